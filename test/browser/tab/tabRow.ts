import type { VsCodeVersion } from '../../workbench/vscodeVersions.ts';
import type { Stage } from '../harness/stage.ts';

/** A situation in which a key is pressed, and what it does there. */
export interface TabRow {
  readonly situation: string;
  /** `‸` stands where the caret is. */
  readonly text: string;
  /** Its ending chooses the language. */
  readonly ending?: string;
  /** How it is shown; default: as a text, with the caret where it is to be. */
  readonly open?: (stage: Stage) => Promise<void>;
  /** Brings the situation about and presses the key. */
  readonly perform: (stage: Stage) => Promise<void>;
  /** What there is to be seen afterwards; default: the text, `‸` where the caret is, two of them around what is selected. */
  readonly result?: (stage: Stage) => Promise<string>;
  readonly leaves: string;
  /** What has the focus afterwards; default: the editor. */
  readonly focus?: string;
  /** How the extension notes it when it observes the keys. */
  readonly noted?: 'inlineAccept' | 'wordAccept';
  /** Why it can't be brought about in a version. */
  readonly missing?: (version: VsCodeVersion) => string | undefined;
}
