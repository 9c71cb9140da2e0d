import type { Command } from './command.ts';

/** A command's name, its line in the help, and how to load it: only the one that runs is loaded. */
export interface RegisteredCommand {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const registry: Readonly<Record<string, RegisteredCommand>> = {
  scan: { summary: 'read what is new in agent logs and git', load: async () => (await import('./commands/scan.ts')).scan },
  report: { summary: 'what became of AI-written lines', load: async () => (await import('./commands/report.ts')).report },
  lines: { summary: 'every AI line ever followed', load: async () => (await import('./commands/lines.ts')).lines },
  explain: { summary: 'where the lines of a file came from', load: async () => (await import('./commands/explain.ts')).explain },
  look: { summary: 'the three pieces most worth looking at', load: async () => (await import('./commands/look.ts')).look },
  sources: { summary: 'what was found to read, and its health', load: async () => (await import('./commands/sources.ts')).sources },
  felt: { summary: 'what a week with AI felt like, before you look', load: async () => (await import('./commands/felt.ts')).felt },
  pace: { summary: 'hours you take for 50 lines by hand', load: async () => (await import('./commands/pace.ts')).pace },
  coin: { summary: 'with AI or by hand: let a coin decide a small task', load: async () => (await import('./commands/coin.ts')).coin },
  data: { summary: 'what is stored: show, export, erase', load: async () => (await import('./commands/data.ts')).data },
};
