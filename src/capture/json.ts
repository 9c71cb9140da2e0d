/** Narrow looks into parsed JSON, cheap enough for every record of a log. Nothing is assumed about a record's shape. */
export type Json = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A text that is not empty. */
export function asName(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** UTC ms of an ISO text or a number of milliseconds; null when it is no time. */
export function asTime(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? Math.round(value) : NaN;
  return Number.isSafeInteger(at) && at > 0 ? at : null;
}

/** Undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** An object as it is, or parsed from JSON text: some logs keep a call's arguments one way, some the other. */
export function asArguments(value: unknown): Json | null {
  if (typeof value !== 'string') return asObject(value);
  // Most texts are no JSON, and finding that out by parsing costs more than parsing does.
  return /^\s*\{/.test(value) ? asObject(parseJson(value)) : null;
}
