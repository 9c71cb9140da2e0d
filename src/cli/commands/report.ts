import { HumanError } from '../../model/humanError.ts';
import { buildReport } from '../../report/buildReport.ts';
import { renderText } from '../../report/text.ts';
import { defaultSince, parseSince } from '../../report/window.ts';
import { assumedValues } from '../../value/assumptions.ts';
import { assumeOption } from '../assumeOption.ts';
import { assumptionsText, listedAssumptions } from '../assumptionsText.ts';
import type { Command, CommandContext, OptionValue } from '../command.ts';
import { UsageError } from '../usageError.ts';
import { writeOut } from '../writeOut.ts';

export const report: Command = {
  usage: 'report [OPTIONS] [--json | --md | --html FILE]',
  help: [
    'What became of the AI lines written in the window, and what they were worth in hours, as far as the last scan knows.',
    '',
    '  --since 90d     a length (90d, 12w, 6m, 1y), a date (2026-01-31), or all',
    '  --md            Markdown',
    '  --html FILE     one self-contained HTML file with charts (- for the output)',
    '  --assume N=V    another value of an assumption, within its bounds; repeatable',
    '  --assumptions   lists every assumption with its value, bounds and source',
  ],
  options: { since: { type: 'string' }, md: { type: 'boolean' }, html: { type: 'string' }, assume: { type: 'string', multiple: true }, assumptions: { type: 'boolean' } },
  positionals: [0, 0],
  run: async (context) => {
    const { options, json, asOf, terminal } = context;
    const html = options['html'];
    if ([json, options['md'] === true, html !== undefined].filter(Boolean).length > 1) throw new UsageError('Only one of --json, --md and --html at a time.');
    const assumptions = assumeOption(options['assume']);
    if (options['assumptions'] === true) return await listAssumptions(context, assumptions);
    const since = sinceOption(options['since']);
    const model = buildReport(await (await context.project({ assumptions })).reportFacts(), { since, asOf });
    if (json) return await terminal.out(`${JSON.stringify(model)}\n`);
    if (options['md'] === true) return await terminal.out((await import('../../report/markdown.ts')).renderMarkdown(model));
    if (typeof html !== 'string') return await terminal.out(renderText(model));
    const file = await writeOut(context, html, (await import('../../report/html.ts')).renderHtml(model));
    if (file !== null) await terminal.out(`Written to ${file}\n`);
  },
};

async function listAssumptions({ json, options, terminal }: CommandContext, set: Readonly<Record<string, number>>): Promise<void> {
  if (options['md'] === true || options['html'] !== undefined) throw new UsageError('--assumptions is text, or JSON with --json.');
  const listed = listedAssumptions(assumedValues(set));
  await terminal.out(json ? `${JSON.stringify(listed)}\n` : assumptionsText(listed));
}

function sinceOption(given: OptionValue): ReturnType<typeof parseSince> {
  try {
    return parseSince(typeof given === 'string' ? given : defaultSince);
  } catch (error) {
    throw HumanError.is(error) ? new UsageError(`--since ${error.message}`) : error;
  }
}
