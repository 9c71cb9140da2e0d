/** A generator that was started already: nobody has to ask for its first value, which waits. */
export type Started<T> = Pick<AsyncGenerator<T, void>, 'next' | 'return'>;

/**
 * Lets a generator work towards its first value now, not when somebody asks for it: what it waits for (a git
 * process) runs beside what its reader does first. To be read to its end, or returned. A failure is told to
 * whoever asks.
 */
export function startNow<T>(generator: AsyncGenerator<T, void>): Started<T> {
  let first: ReturnType<typeof generator.next> | null = generator.next();
  first.catch(() => undefined);
  return {
    next: () => {
      const next = first ?? generator.next();
      first = null;
      return next;
    },
    return: (value) => generator.return(value),
  };
}
