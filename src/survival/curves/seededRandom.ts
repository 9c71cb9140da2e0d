/** Uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * sfc32 ("small fast counter", Chris Doty-Humphrey, PractRand): fast, well tested, not for secrets.
 * The same seed gives the same numbers on every machine.
 * @param seed any integer; its low 32 bits count
 */
export function seededRandom(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first numbers still show the seed.
  for (let round = 0; round < 15; round++) next();
  return next;
}
