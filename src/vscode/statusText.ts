import type { SidebarState } from '../model/sidebarState.ts';
import { day } from '../model/time.ts';
import { number, plural, shortDate } from '../report/words.ts';

export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
}

/** What the status-bar item says. It is hidden (null) where there is nothing to say. */
export function statusTextOf(state: SidebarState): StatusText | null {
  switch (state.kind) {
    case 'norepo':
      return null;
    case 'restricted':
      return { text: 'AI: restricted', tooltip: 'AI Net Value: the workspace is in restricted mode, so no git command is run.' };
    case 'error':
      return { text: 'AI: $(warning)', tooltip: `AI Net Value: ${state.message}` };
    case 'waiting':
      return { text: 'AI: not scanned', tooltip: 'AI Net Value: not scanned yet. Automatic scans are off.' };
    case 'scanning':
      return { text: 'AI: $(sync~spin) reading', tooltip: `AI Net Value: ${state.progress?.name ?? 'Starting'}…` };
    case 'report':
      return weekText(state);
  }
}

function weekText({ report, problem }: Extract<SidebarState, { kind: 'report' }>): StatusText {
  const week = report.stages.weeks.at(-1);
  if (week === undefined || report.window.lastActivity === null) return { text: 'AI: no lines', tooltip: 'AI Net Value: no AI line was found in this repository.' };
  const merged = week.merged.lines;
  const gone = week.dead.lines;
  const pending = week.pending.lines;
  const parts = [merged > 0 ? `${number(merged)} merged` : '', gone > 0 ? `${number(gone)} gone` : '', pending > 0 ? `${number(pending)} pending` : ''].filter((part) => part !== '');
  const since = shortDate(week.week);
  // Without activity the figures end earlier than today.
  const over = Date.parse(week.week) + 7 * day <= Date.parse(report.window.asOf);
  const failed = problem === null ? '' : `\nNot up to date: ${problem}`;
  return {
    text: `AI: ${over || parts.length === 0 ? 'nothing this week' : parts.join(', ')}`,
    tooltip: `AI Net Value${over ? ': nothing this week. The last one with AI lines,' : ','} week from ${since}: ${plural(merged, 'AI line')} merged, ${number(gone)} gone (rewritten, deleted, reverted or dropped), ${number(pending)} not in a commit yet.${failed}`,
  };
}
