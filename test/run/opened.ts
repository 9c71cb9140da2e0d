import type { Env } from '../workbench/program.ts';
import type { Theme } from '../workbench/vscodeVersions.ts';

/** What `npm start` opens, and how. */
export interface Opened {
  /** This repository. */
  readonly root: string;
  /** A folder for what is needed only now. */
  readonly scratch: string;
  /** The folder to open. */
  readonly folder: string;
  /** Changes to the environment: the demo has a home of its own. */
  readonly env: Env;
  readonly theme: Theme;
  readonly print: (text: string) => void;
  /** Aborted when the person ends it. */
  readonly stopped: AbortSignal;
}
