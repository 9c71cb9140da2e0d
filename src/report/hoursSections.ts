import type { Episode } from '../model/episode.ts';
import type { ReportFacts } from '../model/project.ts';
import type { ReadModel, TimeSection, ValueSection } from '../model/readModel.ts';
import type { Revision, WorkFacts } from '../model/workFacts.ts';
import { isAiEpisode, totalHours, type ValueInputs } from '../value/inputs.ts';
import { netOf, valueOf } from '../value/valueReport.ts';
import { notMeasuredOfLines } from './statements.ts';
import { skipKey, weekToAsk } from './weekToAsk.ts';
import type { ReportWindow } from './window.ts';

/** The sections of the read model that are about hours. */
export interface HoursSections {
  readonly time: TimeSection;
  readonly value: ValueSection;
  readonly assumptions: ReadModel['assumptions'];
  readonly notMeasured: ReadModel['notMeasured'];
}

/** Tells hours for the report's own window, as known at its "now". */
export function hoursSections({ work, dismissed }: Pick<ReportFacts, 'work' | 'dismissed'>, { since, until, asOf }: ReportWindow): HoursSections {
  const { episodes, paceRange, set, seed } = work;
  const felt = work.felt.filter(({ week }) => week <= asOf);
  const inputs = { ...(work.repo === undefined ? {} : { repo: work.repo }), window: { since, until }, asOf, paceRange, set, seed };
  const { time, value, assumptions, notMeasured } = valueOf({ ...inputs, episodes, felt });
  const asked = weekToAsk(value.weeks.map(({ week }) => Date.parse(week)), (start) => felt.some(({ week }) => week === start) || dismissed.has(skipKey(start)), asOf);
  return {
    time: { ...time, sensitivity: sensitivityOf(work, { since, until }, time.total) },
    value: { ...value, sensitivity: value.net === null ? null : netSensitivity(work, inputs), revisions: work.revisions.filter(({ at }) => at <= asOf).map(revisionOf), question: asked === null ? null : { week: new Date(asked).toISOString() } },
    assumptions,
    notMeasured: [...notMeasured, ...notMeasuredOfLines],
  };
}

/** Net hours of the window under the two outer idle limits: as much as pauses may decide. */
function netSensitivity({ atLimits }: WorkFacts, inputs: Omit<ValueInputs, 'episodes' | 'felt'>): ValueSection['sensitivity'] {
  if (atLimits === undefined) return null;
  const [strict, lax] = [atLimits.strict, atLimits.lax].map((episodes) => netOf({ ...inputs, episodes }));
  return strict === null || lax === null ? null : { strict: strict!, lax: lax! };
}

/** Attended hours of the window's AI episodes under the two outer idle limits. */
function sensitivityOf({ repo, atLimits }: WorkFacts, { since, until }: Pick<ReportWindow, 'since' | 'until'>, chosen: number): TimeSection['sensitivity'] {
  if (atLimits === undefined || chosen === 0) return null;
  const total = (episodes: readonly Episode[]): number => {
    const told = episodes.filter((episode) => (repo === undefined || episode.repo === repo) && episode.day >= since && episode.day < until && isAiEpisode(episode));
    return Math.round(100 * told.reduce((sum, { hours }) => sum + totalHours(hours), 0)) / 100;
  };
  return { strict: total(atLimits.strict), chosen, lax: total(atLimits.lax) };
}

function revisionOf({ week, at, was, now, why }: Revision): ValueSection['revisions'][number] {
  return { week: new Date(week).toISOString(), at: new Date(at).toISOString(), was: { ...was }, now: { ...now }, why };
}
