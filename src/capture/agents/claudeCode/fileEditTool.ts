import type { FileEdit } from '../../edits/fileEdit.ts';
import type { Json } from '../../json.ts';

/** One of Claude Code's tools that change files. A table in editTools.ts lists them. */
export interface EditTool {
  /** The file a call is about, from its input; null when the call alone does not say. */
  readonly target: (input: Json) => string | null;
  /** Whether a result, without its call at hand, can be this tool's. */
  readonly owns: (result: Json) => boolean;
  /**
   * What an accepted call changed. The result is preferred: it says what was really done. Either may be null.
   * An empty list when the call changed no file; null when the texts are missing.
   */
  readonly edits: (input: Json | null, result: Json | null, words: string) => readonly FileEdit[] | null;
}
