import type { EditKind } from '../../edits/toolArguments.ts';

/** Tools of Cline and of what is made from it, by any of the names they had. */
export const clineTools: ReadonlyMap<string, EditKind> = new Map([
  ['write_to_file', 'write'], ['new_file', 'write'], ['replace_in_file', 'blocks'], ['apply_diff', 'blocks'], ['apply_patch', 'patch'], ['editor', 'replace'],
  ['edit_file', 'replace'], ['edit', 'replace'], ['search_replace', 'replace'], ['search_and_replace', 'replace'], ['insert_content', 'insert'],
]);
