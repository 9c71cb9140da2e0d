import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import type { Context, Rule, Visitor } from '../ast.ts';
import { type Import, onImports } from '../imports.ts';
import { costly, network, reserved, roomOf, rooms, typesOnly, withoutEditor } from '../rooms.ts';

const builtin = new Set(builtinModules.map(bare));

/** Each room imports only what the table in `rooms.ts` grants it; nothing in `src` can open a connection. */
export const arrows: Rule = {
  create(context: Context): Visitor {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    if (roomOf(file) === undefined) return {};
    return onImports((one) => {
      const problem = problemOf(file, one);
      if (problem !== undefined) context.report({ message: problem, node: one.node });
    });
  },
};

/** What is wrong with an import of a file below `src`, or undefined. Paths are relative to the repository. */
export function problemOf(file: string, one: Import): string | undefined {
  const name = roomOf(file);
  const room = name === undefined ? undefined : rooms[name];
  if (name === undefined || room === undefined) return `src/${name} is no room of the house: see test/lint/rooms.ts.`;
  if (one.name === undefined) return 'A module named at run time cannot be checked: name it as a constant.';
  if (one.name.startsWith('.')) return relativeProblem(file, name, one.name, one.typeOnly);
  if (network.includes(bare(one.name))) return `'${one.name}' can talk to other machines: nothing in src may.`;
  if (one.name.startsWith('node:') || builtin.has(bare(one.name))) return builtinProblem(name, one.name);
  if (one.name === 'vscode' && withoutEditor.some((folder) => file.startsWith(folder)) && !one.typeOnly) {
    return "'vscode' cannot be loaded in a worker thread.";
  }
  const cost = [one.name, ...one.names.map((taken) => `${taken} of ${one.name}`)].find((form) => costly[form] !== undefined);
  if (cost !== undefined) return costly[cost];
  if (room.packages.includes(one.name) || room.packages.includes(packageName(one.name))) return undefined;
  return `src/${name} may not import the package '${one.name}'.`;
}

function relativeProblem(file: string, from: string, specifier: string, typeOnly: boolean): string | undefined {
  const target = join(dirname(file), specifier).split(sep).join('/');
  const to = roomOf(target);
  // the terminal's composition tells the program's own version
  if (file === 'src/cli.ts' && target === 'package.json') return undefined;
  if (to === undefined) return `'${specifier}' leaves src.`;
  if (to === from) return undefined;
  if (!rooms[from]?.rooms.includes(to)) return `src/${from} may not import src/${to}.`;
  if (typesOnly[from]?.includes(to) && !typeOnly) return `src/${from} may import only types of src/${to} (import type).`;
  return undefined;
}

function builtinProblem(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('node:')) return `Write 'node:${specifier}'.`;
  if (!rooms[from]?.node) return `src/${from} may not use Node's modules.`;
  const rule = reserved[bare(specifier)];
  return rule === undefined || rule.rooms.includes(from) ? undefined : `src/${from} may not use '${specifier}': ${rule.why}.`;
}

/** 'node:fs/promises' → 'fs'. */
function bare(specifier: string): string {
  return specifier.replace(/^node:/, '').replace(/\/.*/, '');
}

/** '@noble/hashes/sha2.js' → '@noble/hashes'. */
function packageName(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
