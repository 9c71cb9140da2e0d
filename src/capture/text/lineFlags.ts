/** What `lineClassifier` makes: a function from a line to its flags that remembers open block comments. */
export type LineClassifier = (line: string) => number;

/** Whether a block comment may begin or end in it. */
export function hasMarks(text: string): boolean {
  return text.includes('*/') || text.includes('/*');
}

/** Shows a classifier a line whose flags nobody asks for: only one with a mark of a block comment can matter. */
export function passLine(classify: LineClassifier, line: string): void {
  if (hasMarks(line)) classify(line);
}

/**
 * Brings a line classifier into the state it has after reading `text` (whole lines).
 *
 * Only a line that holds the beginning or the end of a block comment can change what it remembers, so only
 * such lines are shown to it: an edit near the end of a 1 MB file costs one search.
 */
export function skipLines(classify: LineClassifier, text: string): void {
  if (!hasMarks(text)) return;
  const marks = /\/\*|\*\//g;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const from = text.lastIndexOf('\n', mark.index) + 1;
    const lineEnd = text.indexOf('\n', mark.index);
    const to = lineEnd < 0 ? text.length : lineEnd;
    classify(text.slice(from, to));
    marks.lastIndex = to;
  }
}
