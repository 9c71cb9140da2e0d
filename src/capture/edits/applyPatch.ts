import type { Operation } from '../../model/contribution.ts';
import type { FileEdit } from './fileEdit.ts';
import { hunkLines } from './hunkLines.ts';

const fileHead = /^\*\*\* (Add|Update|Delete) File: (.+?)\s*$/;
const moveTo = /^\*\*\* Move to: (.+?)\s*$/;

/**
 * The `apply_patch` language, which several agents use:
 *
 *   *** Begin Patch
 *   *** Update File: src/a.ts        also Add File, Delete File
 *   *** Move to: src/b.ts
 *   @@ class A                       a place to look for; begins a new hunk
 *    kept
 *   -removed
 *   +added
 *   *** End Patch
 *
 * The text may stand inside a shell command; what lies before and after is left out. An empty list when there
 * is no patch in it.
 */
export function parseApplyPatch(text: string): FileEdit[] {
  const begin = /^\s*\*\*\* Begin Patch/m.exec(text);
  if (begin === null) return [];
  const edits: FileEdit[] = [];
  let file: { path: string; operation: Operation; hunks: string[][] } | null = null;
  const close = (): void => {
    if (file === null) return;
    const { path, operation, hunks } = file;
    edits.push({ file: path, operation, lines: (at, key) => hunkLines(hunks, at, key) });
    file = null;
  };
  for (const full of text.slice(begin.index + begin[0].length).split('\n')) {
    const line = full.endsWith('\r') ? full.slice(0, -1) : full;
    if (/^\s*\*\*\* End Patch/.test(line)) break;
    const head = fileHead.exec(line);
    if (head !== null) {
      close();
      file = { path: head[2]!, operation: head[1] === 'Add' ? 'create' : head[1] === 'Delete' ? 'delete' : 'edit', hunks: [[]] };
      continue;
    }
    if (file === null) continue;
    const moved = moveTo.exec(line)?.[1];
    if (moved !== undefined) file = { ...file, path: moved, operation: 'rename' };
    else if (line.startsWith('@@')) file.hunks.push([]);
    // An empty line is an empty line of context: many models leave the space out.
    else file.hunks.at(-1)!.push(line === '' ? ' ' : line);
  }
  close();
  return edits;
}
