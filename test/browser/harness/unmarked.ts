/** The text without `‸`, and the place where it stood or the range between two of them, in characters. */
export function unmarked(text: string): { readonly text: string; readonly from: number; readonly to: number } {
  const [before = '', ...rest] = text.split('‸');
  return { text: [before, ...rest].join(''), from: before.length, to: before.length + (rest.length > 1 ? rest[0]!.length : 0) };
}
