import type { Recipe } from './recipe.ts';
import { capital } from './vocabulary.ts';

const relative: Recipe = {
  name: ({ random, quality }) => `${random.pick(['parse', 'read', 'resolve'])}${capital(quality)}Date`,
  body: (name, { random, quality }) => [
    `/** Understands "today", "in 3 days" and "next friday" for ${quality} waterings. */`,
    `export function ${name}(text: string, now: Date): Date | null {`,
    `  const ${quality}Match = /^in (\\d+) (day|week|hour)s?$/i.exec(text.trim());`,
    `  if (!${quality}Match) return null;`,
    `  const amount = Number(${quality}Match[1]);`,
    `  const ${quality}Unit = { hour: 1, day: 24, week: 168 }[${quality}Match[2]?.toLowerCase() ?? 'day'] ?? 24;`,
    `  const parsed = new Date(now.getTime() + amount * ${quality}Unit * 3_600_000);`,
    `  parsed.setMinutes(${random.int(0, 3) * 15}, 0, 0);`,
    '  return Number.isNaN(parsed.getTime()) ? null : parsed;',
    '}',
  ],
};

const parts: Recipe = {
  name: ({ random, quality }) => `${random.pick(['split', 'scan', 'match'])}${capital(quality)}DateParts`,
  body: (name, { random, quality }) => [
    `export function ${name}(text: string): { year: number; month: number; day: number } | null {`,
    `  const ${quality}Parts = text.split(/[./-]/).map((part) => Number.parseInt(part, 10));`,
    `  const [${quality}Day = 0, ${quality}Month = 0, ${quality}Year = ${random.int(2001, 2024)}] = ${quality}Parts;`,
    `  if (${quality}Month < 1 || ${quality}Month > 12 || ${quality}Day < 1 || ${quality}Day > 31) return null;`,
    `  const century = ${quality}Year < ${random.int(50, 79)} ? 2000 : ${quality}Year < 100 ? 1900 : 0;`,
    `  return { year: ${quality}Year + century, month: ${quality}Month, day: ${quality}Day };`,
    '}',
  ],
};

const zone: Recipe = {
  name: ({ random, quality }) => `${random.pick(['shift', 'convert', 'align'])}${capital(quality)}ToLocal`,
  body: (name, { random, quality }) => [
    `/** Moves a UTC time to the garden's clock; guesses summer time by month. */`,
    `export function ${name}(utc: Date, offsetMinutes: number): Date {`,
    `  const ${quality}Month = utc.getUTCMonth();`,
    `  const summer = ${quality}Month > ${random.int(1, 3)} && ${quality}Month < ${random.int(8, 10)} ? 60 : 0;`,
    `  const ${quality}Local = new Date(utc.getTime() + (offsetMinutes + summer) * 60_000);`,
    `  return ${quality}Local;`,
    '}',
  ],
};

/** Date handling of the calendar folder. */
export const dates: readonly Recipe[] = [relative, parts, zone];
