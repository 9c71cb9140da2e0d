/**
 * The line at HEAD that a line on disk stands for, given the file's unified diff from HEAD to the disk (any context,
 * empty when they are equal). Null for a line that HEAD does not have.
 *
 *     HEAD   @@ -10,2 +10,3 @@   disk
 *      10  ────────────────────  10    before a hunk: moved by the hunks above it
 *      11  ──── - ── + + ──────  11    inside one: counted line by line
 */
export function headLine(patch: string, line: number): number | null {
  let shift = 0;
  let old = 0;
  let now = 0;
  let inHunk = false;
  for (const text of patch.split('\n')) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text);
    if (hunk !== null) {
      // A side without lines names the line before it.
      old = Number(hunk[1]) + (hunk[2] === '0' ? 1 : 0);
      now = Number(hunk[3]) + (hunk[4] === '0' ? 1 : 0);
      if (line < now) return line - shift;
      inHunk = true;
    } else if (inHunk && text.startsWith('+')) {
      if (now === line) return null;
      now++;
    } else if (inHunk && text.startsWith('-')) {
      old++;
    } else if (inHunk && text.startsWith(' ')) {
      if (now === line) return old;
      now++;
      old++;
    }
    shift = now - old;
  }
  return line - shift;
}
