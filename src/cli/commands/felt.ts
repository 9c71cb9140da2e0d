import { mostHours } from '../../model/episode.ts';
import { HumanError } from '../../model/humanError.ts';
import { day } from '../../model/time.ts';
import { buildReport } from '../../report/buildReport.ts';
import { left, right } from '../../report/document.ts';
import { bareHours, feltSentences, questionSentence } from '../../report/hoursWords.ts';
import { textTable, wrap } from '../../report/textLayout.ts';
import { startOfWeek } from '../../report/week.ts';
import { skipKey } from '../../report/weekToAsk.ts';
import { defaultSince, parseInstant, parseSince } from '../../report/window.ts';
import { date } from '../../report/words.ts';
import type { Command, CommandContext, OptionValue } from '../command.ts';
import { UsageError } from '../usageError.ts';

const usage = 'felt [WEEK --saved H --fixing H | WEEK --skip]';

export const felt: Command = {
  usage,
  help: [
    'Before you look at a week\'s estimate: what did it feel like? Any day of the week names it.',
    '',
    '  --saved H       AI saved me about so many hours',
    '  --fixing H      fixing it took about so many hours',
    '  --skip          no answer for this week',
    '',
    'Without a week: the answers so far. They stay on this machine and never move the estimate.',
  ],
  options: { saved: { type: 'string' }, fixing: { type: 'string' }, skip: { type: 'boolean' } },
  positionals: [0, 1],
  run: async (context) => {
    const { options, positionals, asOf, json, terminal } = context;
    if (positionals[0] === undefined) return await answers(context);
    const week = weekOf(positionals[0], asOf);
    const project = await context.project();
    if (options['skip'] === true) {
      if (options['saved'] !== undefined || options['fixing'] !== undefined) throw new UsageError('--skip goes without --saved and --fixing.');
      await project.dismiss(skipKey(week));
      return await terminal.out(json ? `${JSON.stringify({ week: new Date(week).toISOString(), skipped: true })}\n` : `The week of ${date(week)} is skipped. The report shows it now.\n`);
    }
    const answer = { week, saved: hoursOption(options['saved'], '--saved'), fixing: hoursOption(options['fixing'], '--fixing') };
    await project.answerWeek(answer);
    await terminal.out(json ? `${JSON.stringify({ ...answer, week: new Date(week).toISOString() })}\n` : `The week of ${date(week)} felt like ${bareHours(answer.saved - answer.fixing)} h net. The report shows it now.\n`);
  },
};

/** What was answered, and what might be. */
async function answers({ project, asOf, json, terminal, options }: CommandContext): Promise<void> {
  if (Object.keys(options).some((name) => ['saved', 'fixing', 'skip'].includes(name))) throw new UsageError(`Which week? Usage: ${usage}.`);
  const facts = await (await project()).reportFacts();
  if (json) return await terminal.out(`${JSON.stringify(facts.work.felt.map((one) => ({ ...one, week: new Date(one.week).toISOString() })))}\n`);
  const { value } = buildReport(facts, { since: parseSince(defaultSince), asOf });
  const question = questionSentence(value);
  const rows = facts.work.felt.map(({ week, saved, fixing }) => [date(week), bareHours(saved), bareHours(fixing), bareHours(saved - fixing)]);
  const told = [
    ...(rows.length === 0 ? ['Nothing was answered yet.'] : textTable({ caption: 'Felt', columns: [left('week of'), right('saved'), right('fixing'), right('net')], rows, bars: null })),
    ...(rows.length === 0 ? [] : feltSentences(value).map((text) => wrap(text, ''))),
    ...(question === null ? [] : [wrap(question, '')]),
  ];
  await terminal.out(`${told.join('\n')}\n`);
}

/** The Monday of the week a date falls into. */
function weekOf(text: string, asOf: number): number {
  const at = parseInstant(text);
  if (at === null) throw new UsageError(`'${text}' is no date. Write for instance 2026-02-02.`);
  const start = startOfWeek(at);
  if (start + 7 * day > asOf) throw new HumanError(`The week of ${date(start)} is not over yet. Answer from ${date(start + 7 * day)} on.`);
  return start;
}

function hoursOption(given: OptionValue, name: string): number {
  if (typeof given !== 'string') throw new UsageError(`${name} is missing. Usage: ${usage}.`);
  const hours = /^\d+(?:[.,]\d+)?$/.test(given) ? Number(given.replace(',', '.')) : NaN;
  if (!(hours <= mostHours)) throw new UsageError(`${name} '${given}' is no number of hours from 0 to ${mostHours}.`);
  return hours;
}
