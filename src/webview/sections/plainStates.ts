import type { SidebarState } from '../../model/sidebarState.ts';
import { html } from '../html.ts';
import { actionButton, block, note, type Section } from '../section.ts';
import { privacyNote } from './about.ts';
import { progressBlock, repositoryChoice } from './head.ts';
import { sourcesSection } from './sources.ts';

type Plain<Kind extends SidebarState['kind']> = Extract<SidebarState, { kind: Kind }>;

export function restrictedPage(): readonly Section[] {
  return [block('restricted', html`<h1>Restricted mode</h1><p>You have not trusted this workspace. A repository’s own settings can start programs through git, so no git command is run here and nothing is scanned.</p><p>Trust the workspace to see what became of its AI-written code.</p><p>${actionButton('trust', 'Manage workspace trust')}</p>`)];
}

export function noRepositoryPage({ folderOpen }: Plain<'norepo'>): readonly Section[] {
  if (!folderOpen) return [block('norepo', html`<h1>No folder is open</h1><p>Open a folder that lies in a git repository to see what became of its AI-written code.</p><p>${actionButton('openFolder', 'Open a folder')}</p>`)];
  return [block('norepo', html`<h1>No git repository</h1><p>The open folder lies in no git repository. AI-written code is followed through commits, so there is nothing to follow here.</p><p>Open a folder that lies in one, or run <code>git init</code> and commit.</p><p>${actionButton('openFolder', 'Open a folder', 'secondary')}</p>`)];
}

export function scanningPage({ repositories, root, progress }: Plain<'scanning'>): readonly Section[] {
  return [
    block('scanning', html`${repositoryChoice(repositories, root)}<h1>Reading agent logs and git history</h1><p>The logs that AI coding agents left on this machine are matched with the commits of this repository. The first time takes a few seconds; later only what is new is read.</p>`),
    progress === null ? progressBlock({ name: 'Starting', done: 0, total: null }) : progressBlock(progress),
    block('privacy', privacyNote('this machine')),
  ];
}

export function waitingPage({ repositories, root }: Plain<'waiting'>): readonly Section[] {
  return [block('waiting', html`${repositoryChoice(repositories, root)}<h1>Nothing to show yet</h1><p>Nothing is stored about this repository, and no scan runs: automatic scans are off, the scan was cancelled, or what was stored has been erased.</p><p>${actionButton('scan', 'Scan now')}</p>`), block('privacy', privacyNote('this machine'))];
}

export function errorPage({ repositories, root, message }: Plain<'error'>): readonly Section[] {
  return [block('error', html`${repositoryChoice(repositories, root)}<div role="alert"><h1>The scan failed</h1><p>${message}</p></div><p>${actionButton('scan', 'Try again')} ${actionButton('showLog', 'Open the log', 'secondary')}</p>`)];
}

/** A report without a single line of AI: says what was looked for. */
export function emptyPage({ repositories, root, report, progress, machine, editor }: Plain<'report'>): readonly Section[] {
  return [
    block('empty', html`${repositoryChoice(repositories, root)}<h1>No AI line found yet</h1><p>No agent log on this machine and no record in git names an edit of yours to this repository. As soon as one does, it shows here by itself.</p>`),
    progressBlock(progress),
    sourcesSection(report, editor),
    block('privacy', html`${privacyNote(machine)}${note('Agents often delete their logs after 30 days. What was deleted before it was read can’t be found again.')}`),
  ];
}
