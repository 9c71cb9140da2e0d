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
