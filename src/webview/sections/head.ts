import type { ReadModel } from '../../model/readModel.ts';
import type { SidebarProgress, SidebarRepository, SidebarState } from '../../model/sidebarState.ts';
import { date, number, plural } from '../../report/words.ts';
import { type Html, html, withCode } from '../html.ts';
import { actionButton, block, note, type Section } from '../section.ts';

/** Which repository, and what the figures are about. */
export function headSection({ repositories, root, report, problem }: Extract<SidebarState, { kind: 'report' }>): Section {
  const { repo, window } = report;
  const branch = repo.defaultBranch;
  return block(
    'head',
    html`<header>${repositoryChoice(repositories, root)}
${repositories.length > 1 ? null : html`<h1>${repo.name}</h1>`}
<p class="quiet">${windowWords(report)}</p>
<p class="quiet">${branch === null ? 'No default branch was found, so nothing counts as merged.' : html`“Merged” means on <code title="${branch.foundBy}">${branch.name}</code>, known until ${date(repo.knownUntil)}.`}</p>
${window.endsAtLastActivity ? note('Nothing was written since, so the figures end there.') : null}
${repo.notes.map((text) => html`<p class="problem">${withCode(text)}</p>`)}
${problem === null ? null : html`<div class="problem" role="alert"><p>These figures could not be brought up to date. ${problem}</p><p>${actionButton('scan', 'Try again', 'secondary')} ${actionButton('showLog', 'Open the log', 'secondary')}</p></div>`}
</header>`,
  );
}

function windowWords({ window, coverage }: ReadModel): string {
  return `${plural(coverage.lines, 'AI line')} of yours written from ${date(window.since)} to ${date(window.until)}.`;
}

/** A choice when there is one to make. */
export function repositoryChoice(repositories: readonly SidebarRepository[], root: string): Html | null {
  if (repositories.length < 2) return null;
  return html`<label class="choice">Repository <select id="repository">${repositories.map((one) => html`<option value="${one.root}" title="${one.root}" ${one.root === root ? html`selected` : null}>${one.name}</option>`)}</select></label>`;
}

/** How far the scan is, with a way to stop it. */
export function progressBlock(progress: SidebarProgress | null): Section {
  if (progress === null) return block('progress', html``);
  const { name, done, total } = progress;
  const known = total !== null && total > 0;
  return block(
    'progress',
    html`<div class="progress"><p>${name}${known ? `, ${number(Math.min(done, total))} of ${number(total)}` : done > 0 ? `, ${number(done)}` : ''}</p>
<progress aria-label="${name}" ${known ? html`value="${Math.min(done, total)}" max="${total}"` : null}></progress>${actionButton('cancel', 'Cancel', 'secondary')}</div>`,
  );
}
