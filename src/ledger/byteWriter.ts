/** Collects bytes; whole numbers take as few as they need (seven bits in each, lowest first). */
export interface ByteWriter {
  /** A whole number from 0 to 2^53. */
  number(value: number): void;
  /** Null, or a whole number below 2^53. */
  optional(value: number | null): void;
  /** A whole number below 2^56 in exactly seven bytes. */
  seven(value: number): void;
  bytes(value: Uint8Array): void;
  done(): Uint8Array;
}

export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(256);
  let length = 0;
  const room = (count: number): void => {
    if (length + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + count));
    larger.set(buffer);
    buffer = larger;
  };
  const number = (value: number): void => {
    room(8);
    let rest = value;
    while (rest >= 0x80) {
      buffer[length++] = (rest % 0x80) | 0x80;
      rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 0x80);
    }
    buffer[length++] = rest;
  };
  return {
    number,
    optional: (value) => number(value === null ? 0 : value + 1),
    seven(value) {
      room(7);
      let rest = value;
      for (let byte = 0; byte < 7; byte++) {
        buffer[length++] = rest % 0x100;
        rest = Math.floor(rest / 0x100);
      }
    },
    bytes(value) {
      room(value.length);
      buffer.set(value, length);
      length += value.length;
    },
    done: () => buffer.slice(0, length),
  };
}

/** Reads what a byte writer wrote. */
export interface ByteReader {
  number(): number;
  optional(): number | null;
  seven(): number;
  atEnd(): boolean;
}

/** @param from where to begin */
export function byteReader(bytes: Uint8Array, from = 0): ByteReader {
  let at = from;
  const number = (): number => {
    // Four bytes fit into 32-bit arithmetic, which is what most numbers need.
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('A packed number was cut short.');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    let scale = 0x10000000;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('A packed number was cut short.');
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  };
  return {
    number,
    optional() {
      const value = number();
      return value === 0 ? null : value - 1;
    },
    seven() {
      const low = bytes[at]! + bytes[at + 1]! * 0x100 + bytes[at + 2]! * 0x10000 + bytes[at + 3]! * 0x1000000;
      const high = bytes[at + 4]! + bytes[at + 5]! * 0x100 + bytes[at + 6]! * 0x10000;
      at += 7;
      return low + high * 0x100000000;
    },
    atEnd: () => at >= bytes.length,
  };
}
