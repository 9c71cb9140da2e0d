/**
 * Keeps Node's "ExperimentalWarning" (for its SQLite module) off stderr, where a person could take it for
 * something that went wrong. All other warnings are shown as ever.
 */
export function quietWarnings(process: Pick<NodeJS.Process, 'emitWarning'>): void {
  const emit = process.emitWarning.bind(process) as (...args: unknown[]) => void;
  process.emitWarning = (...args: unknown[]): void => {
    const [warning, second] = args;
    const kind = warning instanceof Error ? warning.name : typeof second === 'object' && second !== null && 'type' in second ? second.type : second;
    if (kind !== 'ExperimentalWarning') emit(...args);
  };
}
