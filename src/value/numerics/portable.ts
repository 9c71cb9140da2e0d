/**
 * Exponential and logarithm from additions, multiplications and divisions only. IEEE 754 fixes those to the last
 * bit; it leaves `Math.exp`, `Math.log` and `Math.pow` to each engine, and a rejection sampler turns one last bit
 * into a different sequence of draws.
 */

const ln2High = 0.693147180369123816490;
const ln2Low = 1.90821492927058770002e-10;
const reciprocals = Float64Array.from({ length: 22 }, (_, at) => 1 / at);
const bits = new DataView(new ArrayBuffer(8));

/** e to the power of `x`. */
export function exp(x: number): number {
  if (!(x > -708)) return Number.isNaN(x) ? NaN : 0;
  if (x > 709) return Infinity;
  const power = Math.round(x / Math.LN2);
  const rest = x - power * ln2High - power * ln2Low;
  let sum = 1;
  for (let term = 14; term >= 1; term--) sum = 1 + rest * sum * reciprocals[term]!;
  // 2 ** power in two halves: 2 ** 1024 alone is no double
  const half = power >> 1;
  return sum * powerOfTwo(half) * powerOfTwo(power - half);
}

/** Natural logarithm of `x`; -Infinity at 0, NaN below. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  if (x < 2.3e-308) return ln(x * 2 ** 60) - 60 * Math.LN2;
  bits.setFloat64(0, x);
  let exponent = (bits.getUint32(0) >>> 20) - 1023;
  bits.setUint32(0, (bits.getUint32(0) & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const f = (mantissa - 1) / (mantissa + 1);
  const square = f * f;
  let sum = 0;
  for (let odd = 21; odd >= 1; odd -= 2) sum = reciprocals[odd]! + square * sum;
  return exponent * ln2High + (2 * f * sum + exponent * ln2Low);
}

/** `base` to a real `power`, for a base of at least 0. */
export function power(base: number, exponent: number): number {
  return base === 0 ? (exponent === 0 ? 1 : 0) : exp(exponent * ln(base));
}

function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
