import { homedir } from 'node:os';
import type { Surroundings } from '../ledger/location.ts';

/** The machine as the running user has it; passed in, so that another user or system can be tested. */
export interface Machine extends Surroundings {
  /** Of the running user; undefined where there are none (Windows). */
  readonly uid: number | undefined;
}

/** The one this process runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir(), uid: process.getuid?.() };
}
