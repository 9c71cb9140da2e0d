import type { GitContext } from '../git/process.ts';
import type { GitSettings } from '../git/settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ProjectOptions } from '../model/project.ts';
import type { RepositoryFacts } from '../model/repository.ts';
import type { CaptureHome } from '../capture/logFiles.ts';

/** An opened repository with its ledger: what every part of the scan and every question is given. */
export interface ProjectParts {
  readonly options: ProjectOptions;
  readonly git: GitContext;
  readonly facts: RepositoryFacts;
  /** As they were when the repository was opened. */
  readonly settings: GitSettings;
  readonly ledger: Ledger;
  /** The repository's number in the ledger. */
  readonly repo: number;
  /** For people. */
  readonly name: string;
  readonly homes: readonly CaptureHome[];
  /** User id of the running person; undefined where there are none. */
  readonly uid: number | undefined;
}
