import { isUtf8 } from 'node:buffer';

/**
 * Paths as git prints them. Git knows bytes; here a path is text in Unicode NFC, as everywhere in the
 * model. Bytes that are no UTF-8 are read as Latin-1, so that every path has some name. To read a file's
 * content, ask for the blob's id (listTree), not for the name.
 */
export function decodePath(bytes: Buffer, from = 0, to = bytes.length): string {
  let highest = 0;
  for (let at = from; at < to; at++) highest |= bytes[at]!;
  if (highest < 0x80) return bytes.toString('latin1', from, to);
  const part = bytes.subarray(from, to);
  return part.toString(isUtf8(part) ? 'utf8' : 'latin1').normalize('NFC');
}

const quote = 0x22;
const backslash = 0x5c;
const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': quote, '\\': backslash };

/** Whether the text at `from` is in C-style quotes: git does so where a path holds quotes, backslashes or control characters. */
export function isQuoted(bytes: Buffer, from: number): boolean {
  return bytes[from] === quote;
}

/** The bytes inside the quotes that open at `from`, with `\t`, `\"`, `\303` and the like resolved. */
export function unquote(bytes: Buffer, from: number, to: number): Buffer {
  const plain: number[] = [];
  for (let at = from + 1; at < to && bytes[at] !== quote; at++) {
    if (bytes[at] !== backslash) {
      plain.push(bytes[at]!);
      continue;
    }
    const code = escapes[String.fromCharCode(bytes[at + 1]!)];
    if (code !== undefined) {
      plain.push(code);
      at += 1;
    } else {
      plain.push(Number.parseInt(bytes.toString('latin1', at + 1, at + 4), 8));
      at += 3;
    }
  }
  return Buffer.from(plain);
}

/** A path that stands alone on the rest of a line: quoted or as it is. */
export function readPath(bytes: Buffer, from: number, to: number): string {
  return isQuoted(bytes, from) ? decodePath(unquote(bytes, from, to)) : decodePath(bytes, from, to);
}
