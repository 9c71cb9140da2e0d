import { HumanError } from '../../model/humanError.ts';
import { buildReport } from '../../report/buildReport.ts';
import { renderText } from '../../report/text.ts';
import { defaultSince, parseSince } from '../../report/window.ts';
import type { Command, OptionValue } from '../command.ts';
import { UsageError } from '../usageError.ts';
import { writeOut } from '../writeOut.ts';

export const report: Command = {
  usage: 'report [--since 90d] [--json | --md | --html FILE]',
  help: [
    'What became of the AI lines written in the window, as far as the last scan knows.',
    '',
    '  --since 90d     a length (90d, 12w, 6m, 1y), a date (2026-01-31), or all',
    '  --md            Markdown',
    '  --html FILE     one self-contained HTML file with charts (- for the output)',
  ],
  options: { since: { type: 'string' }, md: { type: 'boolean' }, html: { type: 'string' } },
  positionals: [0, 0],
  run: async (context) => {
    const { options, json, asOf, terminal } = context;
    const html = options['html'];
    if ([json, options['md'] === true, html !== undefined].filter(Boolean).length > 1) throw new UsageError('Only one of --json, --md and --html at a time.');
    const since = sinceOption(options['since']);
    const model = buildReport(await (await context.project()).reportFacts(), { since, asOf });
    if (json) return await terminal.out(`${JSON.stringify(model)}\n`);
    if (options['md'] === true) return await terminal.out((await import('../../report/markdown.ts')).renderMarkdown(model));
    if (typeof html !== 'string') return await terminal.out(renderText(model));
    const file = await writeOut(context, html, (await import('../../report/html.ts')).renderHtml(model));
    if (file !== null) await terminal.out(`Written to ${file}\n`);
  },
};

function sinceOption(given: OptionValue): ReturnType<typeof parseSince> {
  try {
    return parseSince(typeof given === 'string' ? given : defaultSince);
  } catch (error) {
    throw HumanError.is(error) ? new UsageError(`--since ${error.message}`) : error;
  }
}
