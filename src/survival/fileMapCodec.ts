import type { FileMap } from './fileMap.ts';

/**
 * File maps on disk: runs of ids that count up by one (AI lines of one contribution do), runs of one
 * repeated id, and the fingerprints of AI lines only; other text is checked by git itself.
 *
 *   version, flags, time last touched, line count, then runs: [length << 1 | counting, zigzag(first id)]…, then 6-byte fingerprints
 */
const version = 2;

export function encodeFileMap(map: FileMap): Uint8Array {
  const bytes: number[] = [version, (map.whole ? 1 : 0) | (map.lost ? 2 : 0)];
  const put = (value: number): void => {
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  };
  const { ids, prints } = map;
  put(map.touchedAt);
  put(ids.length);
  for (let at = 0; at < ids.length; ) {
    let end = at + 1;
    const counting = end < ids.length && ids[at]! > 0 && ids[end] === ids[at]! + 1;
    while (end < ids.length && ids[end] === (counting ? ids[end - 1]! + 1 : ids[at])) end++;
    put((end - at) * 2 + (counting ? 1 : 0));
    put(ids[at]! >= 0 ? ids[at]! * 2 : -ids[at]! * 2 - 1);
    at = end;
  }
  for (let at = 0; at < ids.length; at++) {
    if (ids[at]! <= 0) continue;
    let rest = prints[at]!;
    for (let byte = 0; byte < 7; byte++) {
      bytes.push(rest % 256);
      rest = Math.floor(rest / 256);
    }
  }
  return Uint8Array.from(bytes);
}

/** @throws {Error} when the bytes are of another version or cut short: the caller replays from the start. */
export function decodeFileMap(bytes: Uint8Array): FileMap {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new Error('file map: cut short');
    return value;
  };
  const take = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const part = byte();
      value += (part & 0x7f) * scale;
      if (part < 0x80) return value;
      scale *= 0x80;
    }
  };
  if (byte() !== version) throw new Error('file map: another version');
  const flags = byte();
  const touchedAt = take();
  const ids = new Int32Array(take());
  const prints = new Float64Array(ids.length);
  for (let line = 0; line < ids.length; ) {
    const head = take();
    const first = take();
    const id = first % 2 === 0 ? first / 2 : -(first + 1) / 2;
    const counting = head % 2;
    const end = line + Math.floor(head / 2);
    if (end > ids.length) throw new Error('file map: run past the end');
    for (let step = 0; line < end; line++, step++) ids[line] = id + step * counting;
  }
  for (let line = 0; line < ids.length; line++) {
    if (ids[line]! <= 0) continue;
    let value = 0;
    let scale = 1;
    for (let part = 0; part < 7; part++) {
      value += byte() * scale;
      scale *= 256;
    }
    prints[line] = value;
  }
  return { ids, prints, whole: (flags & 1) !== 0, touchedAt, lost: (flags & 2) !== 0 };
}
