import type { ChildProcess } from 'node:child_process';

const patience = 3_000;

/**
 * Ties a child that leads its own process group to this process: the group ends when this process does, and when the
 * function returned is called (SIGTERM, after three seconds SIGKILL; resolves when the leader is gone).
 */
export function endWithUs(child: ChildProcess): () => Promise<void> {
  const killGroup = (): void => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', killGroup);
  return async () => {
    process.off('exit', killGroup);
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      const timer = setTimeout(killGroup, patience);
      await gone;
      clearTimeout(timer);
    }
    killGroup();
  };
}

function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // Nobody of the group is left.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
