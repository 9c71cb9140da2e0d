/** The fields of a NUL-terminated output (`-z`), as many at a time as a chunk completes. A last field may lack its NUL. */
export async function* splitAtNul(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer[], void> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const fields: Buffer[] = [];
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      const part = chunk.subarray(from, at);
      fields.push(rest.length === 0 ? part : Buffer.concat([...rest, part]));
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    if (fields.length > 0) yield fields;
  }
  if (rest.length > 0) yield [Buffer.concat(rest)];
}
