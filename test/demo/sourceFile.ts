import type { Random } from '../fixtures/random.ts';
import { languageOf } from './code/languages.ts';
import type { Recipe } from './code/recipe.ts';
import { draw } from './code/vocabulary.ts';
import type { Draw } from './code/vocabulary.ts';
import type { Line } from './line.ts';

/** A function (rule, test, section) of a file: lines [start, end), without the blank lines around it. */
export type Block = { name: string; start: number; end: number };

/** The named blocks of a file, in order. */
export function blocksOf(path: string, lines: readonly Line[]): Block[] {
  const { naming } = languageOf(path);
  const starts = path.endsWith('.md') ? headingStarts(lines) : runStarts(lines);
  return starts.flatMap(({ start, end }) => {
    for (const line of lines.slice(start, end)) {
      const name = naming.exec(line.text)?.[1];
      if (name !== undefined) return [{ name, start, end }];
    }
    return [];
  });
}

function runStarts(lines: readonly Line[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  let start = -1;
  for (let i = 0; i <= lines.length; i++) {
    const blank = i === lines.length || lines[i]?.text === '';
    if (!blank && start < 0) start = i;
    if (blank && start >= 0) {
      runs.push({ start, end: i });
      start = -1;
    }
  }
  return runs;
}

function headingStarts(lines: readonly Line[]): { start: number; end: number }[] {
  const heads = lines.flatMap((line, index) => (line.text.startsWith('## ') ? [index] : []));
  return heads.map((start, index) => {
    let end = heads[index + 1] ?? lines.length;
    while (lines[end - 1]?.text === '') end--;
    return { start, end };
  });
}

/** How a function came about, so that it can be rewritten to the same end. */
export type Origin = { recipe: Recipe; drawn: Draw };

/** Every function name in use, as its file spells it. */
export type Names = Map<string, Origin>;

/** New functions in the style of the file, with names that are not in use yet (they are added). */
export function newFunctions(path: string, count: number, random: Random, names: Names, tabs: boolean): string[][] {
  const language = languageOf(path);
  return Array.from({ length: count }, () => {
    for (let attempt = 0; attempt < 400; attempt++) {
      const drawn = draw(path, random);
      const recipe = random.pick(language.recipes);
      const body = recipe.body(language.spell(recipe.name(drawn)), drawn);
      const name = nameIn(path, body);
      if (names.has(name)) continue;
      names.set(name, { recipe, drawn });
      return indented(path, body, tabs);
    }
    throw new Error(`no unused function name left for ${path}`);
  });
}

/** The function `name` written another way; a function of another name where there is no other way (left). */
export function otherBody(path: string, name: string, before: readonly string[], random: Random, names: Names, tabs: boolean): string[] {
  const origin = names.get(name);
  const again = origin?.recipe.again?.(name, { ...origin.drawn, random });
  const rewritten = before.some((line) => again?.includes(line.replace(/^\t+/, (indent) => '  '.repeat(indent.length))) && line.length > 12);
  if (again && !rewritten) return indented(path, again, tabs);
  return newFunctions(path, 1, random, names, tabs)[0] ?? [];
}

function nameIn(path: string, body: readonly string[]): string {
  const { naming } = languageOf(path);
  for (const line of body) {
    const name = naming.exec(line)?.[1];
    if (name !== undefined) return name;
  }
  throw new Error(`no name in ${body.join('\n')}`);
}

/** The first lines of a new file. */
export function headerOf(path: string, random: Random): string[] {
  return languageOf(path).header(path, random);
}

/** Blank lines between two functions. */
export function gapOf(path: string): string[] {
  return path.endsWith('.py') ? ['', ''] : [''];
}

export function usesTabs(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => text.startsWith('\t'));
}

function indented(path: string, body: string[], tabs: boolean): string[] {
  return tabs && !path.endsWith('.go') ? body.map(tabbed) : body;
}

/** Two spaces of indentation become one tab. */
export function tabbed(text: string): string {
  return text.replace(/^(?: {2})+/, (spaces) => '\t'.repeat(spaces.length / 2));
}

/** A small change of meaning in one line (a number, a comparison), or null when the line offers none. */
export function tweaked(text: string, random: Random): string | null {
  if (/\+= 1|\?\? 0|index [+-]|Math\.round|toFixed|padStart|padEnd/.test(text)) return null;
  const numbers = [...text.matchAll(/(?<![\w.])\d{1,4}(?![\w.])/g)];
  if (numbers.length > 0) {
    const { 0: number, index } = random.pick(numbers);
    const other = Number(number) + random.pick([1, 2, 3, 5, 10]);
    return text.slice(0, index) + String(other) + text.slice(index + number.length);
  }
  if (text.includes(' < ')) return text.replace(' < ', ' <= ');
  if (text.includes(' > ')) return text.replace(' > ', ' >= ');
  return null;
}

/** What the formatter makes of a line: tabs, and calls wider than 90 columns broken at their outer brackets. */
export function formatted(text: string): string[] {
  const line = tabbed(text);
  const open = line.indexOf('(');
  const close = line.lastIndexOf(')');
  const depthOk = open > 0 && close > open && balanced(line.slice(open + 1, close));
  if (line.length <= 90 || !depthOk || line.trimStart().startsWith('/')) return [line];
  const indent = /^\t*/.exec(line)?.[0] ?? '';
  return [line.slice(0, open + 1), `${indent}\t${line.slice(open + 1, close)}`, indent + line.slice(close)];
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
