import { day } from '../model/time.ts';

/** Numbers, dates and names as every renderer writes them, so that all forms of a report read the same. */

/** 5822 → `5,822`. */
export function number(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 line`, `5,822 lines`; irregular plurals are given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Whole per cent; never rounds something to nothing or not quite all to all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share >= 0.995) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** `38%` of a count, or `-` of nothing. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? '-' : percent(part / whole);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `3 Mar 2026`, in UTC. */
export function date(at: number | string): string {
  const value = new Date(at);
  return `${value.getUTCDate()} ${months[value.getUTCMonth()]} ${value.getUTCFullYear()}`;
}

/** `3 Mar`, in UTC, where the year is plain. */
export function shortDate(at: number | string): string {
  const value = new Date(at);
  return `${value.getUTCDate()} ${months[value.getUTCMonth()]}`;
}

/** `3 Mar 2026, 14:05 UTC`. */
export function dateAndTime(at: number | string): string {
  return `${date(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`;
}

/** Whole days between two times, at least 0. */
export function daysBetween(from: number | string, to: number | string): number {
  return Math.max(0, Math.round((new Date(to).getTime() - new Date(from).getTime()) / day));
}

/** 1536 → `1.5 kB`; decimal units. */
export function bytes(size: number): string {
  if (size < 1000) return plural(size, 'byte');
  const units = ['kB', 'MB', 'GB'] as const;
  let value = size / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1) : number(value)} ${units[unit]}`;
}

/** 0.4 → `<1 ms`, 85 → `85 ms`, 2140 → `2.1 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 0.5) return '<1 ms';
  return milliseconds < 999.5 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const toolNames: Readonly<Record<string, string>> = { claude: 'Claude', codex: 'Codex', copilot: 'Copilot', cursor: 'Cursor', gemini: 'Gemini', opencode: 'OpenCode', openai: 'OpenAI', qwen: 'Qwen' };

/** `claude` → `Claude`; tools not known by name are written with a capital. */
export function toolName(tool: string): string {
  return toolNames[tool] ?? sentenceCase(plain(tool));
}

/** Text from outside on one line: control characters (which a terminal would obey) become spaces. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}

/** A name from outside (path, branch, repository) set apart between back ticks. */
export function code(text: string): string {
  return `\`${plain(text).replaceAll('`', "'")}\``;
}

/** First letter in upper case. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
