import type { SidebarState } from '../model/sidebarState.ts';
import type { Section } from './section.ts';
import { aboutSection } from './sections/about.ts';
import { fatesSection } from './sections/fates.ts';
import { groupsSection } from './sections/groups.ts';
import { headSection, progressBlock } from './sections/head.ts';
import { hoursSection } from './sections/hours.ts';
import { hoursWeeksSection } from './sections/hoursWeeks.ts';
import { lookSection } from './sections/look.ts';
import { emptyPage, errorPage, noRepositoryPage, restrictedPage, scanningPage, waitingPage } from './sections/plainStates.ts';
import { questionSection } from './sections/question.ts';
import { sourcesSection } from './sections/sources.ts';
import { stagesSection } from './sections/stages.ts';
import { survivalSection } from './sections/survival.ts';
import { unseenSection } from './sections/unseen.ts';
import { weeksSection } from './sections/weeks.ts';

/** What the page's root says about itself, for tests and styles. */
export type DataState = 'filled' | 'empty' | 'scanning' | 'norepo' | 'restricted' | 'error';

export interface Page {
  readonly dataState: DataState;
  readonly busy: boolean;
  /** For people who don't see it: said aloud when it changes. */
  readonly status: string;
  readonly sections: readonly Section[];
}

/**
 * The whole page of a state. Pure: the same state and width give the same markup.
 * @param chartWidth of `chartWidthFor`
 */
export function pageOf(state: SidebarState, chartWidth: number): Page {
  switch (state.kind) {
    case 'restricted':
      return { dataState: 'restricted', busy: false, status: '', sections: restrictedPage() };
    case 'norepo':
      return { dataState: 'norepo', busy: false, status: '', sections: noRepositoryPage(state) };
    case 'waiting':
      return { dataState: 'empty', busy: false, status: '', sections: waitingPage(state) };
    case 'scanning':
      return { dataState: 'scanning', busy: true, status: state.progress?.name ?? 'Starting', sections: scanningPage(state) };
    case 'error':
      return { dataState: 'error', busy: false, status: '', sections: errorPage(state) };
    case 'report':
      return reportPage(state, chartWidth);
  }
}

function reportPage(state: Extract<SidebarState, { kind: 'report' }>, chartWidth: number): Page {
  const { report, progress, machine } = state;
  const base = { busy: progress !== null, status: progress === null ? 'Up to date' : progress.name };
  if (report.window.lastActivity === null) return { dataState: 'empty', ...base, sections: emptyPage(state) };
  const sections = [
    progressBlock(progress),
    headSection(state),
    ...lookSection(report),
    ...unseenSection(state.editor),
    weeksSection(report, chartWidth),
    ...questionSection(report),
    hoursSection(report),
    ...hoursWeeksSection(report, chartWidth),
    ...groupsSection(report),
    stagesSection(report),
    fatesSection(report),
    survivalSection(report, chartWidth),
    sourcesSection(report, state.editor),
    aboutSection(machine),
  ];
  return { dataState: 'filled', ...base, sections };
}
