/**
 * An error whose message is meant for a person and says what to do about it.
 * Everything that is not a HumanError is a bug and is reported with its stack.
 */
export class HumanError extends Error {
  override readonly name = 'HumanError';

  static is(error: unknown): error is HumanError {
    return error instanceof Error && error.name === 'HumanError';
  }
}
