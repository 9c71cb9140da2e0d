import type { Replacement } from '../text/replacement.ts';

const searchHead = /^(?:-{7,}|<{7,}) SEARCH>?\s*$/;
const middle = /^={7,}\s*$/;
const replaceEnd = /^(?:\+{7,}|>{7,}) REPLACE>?\s*$/;
/** Between the head and the text: where to look. */
const where = /^(?::(?:start|end)_line:\s*\d+|-{7,})\s*$/;

/**
 * SEARCH/REPLACE blocks, in both spellings:
 *
 *   ------- SEARCH          <<<<<<< SEARCH
 *                           :start_line:12
 *                           -------
 *   old                     old
 *   =======                 =======
 *   new                     new
 *   +++++++ REPLACE         >>>>>>> REPLACE
 *
 * A block without its end is left out: nothing says that it was applied.
 */
export function parseSearchReplace(text: string): Replacement[] {
  const replacements: Replacement[] = [];
  let from: string[] | null = null;
  let to: string[] | null = null;
  for (const full of text.split('\n')) {
    const line = full.endsWith('\r') ? full.slice(0, -1) : full;
    if (searchHead.test(line)) {
      from = [];
      to = null;
    } else if (from !== null && to === null) {
      if (middle.test(line)) to = [];
      else if (from.length > 0 || !where.test(line)) from.push(line);
    } else if (from !== null && to !== null) {
      if (!replaceEnd.test(line)) to.push(line);
      else {
        replacements.push({ from: ended(from), to: ended(to), all: false });
        from = null;
        to = null;
      }
    }
  }
  return replacements;
}

function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
