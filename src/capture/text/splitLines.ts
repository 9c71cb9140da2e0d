/**
 * The lines of a text without their line ends (`\n` and `\r\n`; a carriage return at the very end of a
 * line never belongs to the line). A final line end makes no further, empty line.
 */
export function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (!text.includes('\r')) return lines;
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
