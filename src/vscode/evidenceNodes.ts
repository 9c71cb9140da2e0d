import type { EvidenceLine } from '../model/evidenceLine.ts';
import { isAlive, isDead } from '../model/fate.ts';
import { date, dateAndTime, plural, sentenceCase, toolName } from '../report/words.ts';

/** Something in the evidence tree. `icon` is a codicon's name. */
export interface EvidenceNode {
  /** Stable while the same figure is shown. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: string;
  /** Open at first. */
  readonly expanded: boolean;
  readonly children: readonly EvidenceNode[];
  /** The line to open; only leaves have one. */
  readonly line: EvidenceLine | null;
}

/** Sessions → contributions → files → lines, newest session first. */
export function evidenceNodes(lines: readonly EvidenceLine[]): readonly EvidenceNode[] {
  const sessions = grouped(lines, ({ session }) => session);
  const newest = [...sessions].toSorted(([, a], [, b]) => lastAt(b) - lastAt(a));
  return newest.map(([session, own]) => sessionNode(session, own, sessions.size === 1));
}

function sessionNode(session: string, lines: readonly EvidenceLine[], only: boolean): EvidenceNode {
  const contributions = grouped(lines, ({ contribution }) => contribution);
  const { tool } = lines[0]!;
  return {
    id: session,
    label: `${toolName(tool)}, ${dateAndTime(Math.min(...lines.map(({ contributionAt }) => contributionAt)))}`,
    description: plural(lines.length, 'line'),
    tooltip: `Session ${session} of ${toolName(tool)}: ${plural(lines.length, 'line')} of this figure, in ${plural(contributions.size, 'edit')}.`,
    icon: 'comment-discussion',
    expanded: only,
    children: [...contributions.values()].map((own) => contributionNode(session, own, only && contributions.size === 1)),
    line: null,
  };
}

function contributionNode(session: string, lines: readonly EvidenceLine[], only: boolean): EvidenceNode {
  const first = lines[0]!;
  const files = grouped(lines, fileOf);
  return {
    id: `${session}\n${first.contribution}`,
    label: `Edit of ${baseName(first.contributionPath)}`,
    description: `${dateAndTime(first.contributionAt).split(', ')[1] ?? ''} · ${plural(lines.length, 'line')}`,
    tooltip: `Written to ${first.contributionPath} on ${dateAndTime(first.contributionAt)} (${first.grade}).`,
    icon: 'edit',
    expanded: only || files.size === 1,
    children: [...files].map(([path, own]) => fileNode(first, path, own, only)),
    line: null,
  };
}

function fileNode({ session, contribution }: EvidenceLine, path: string, lines: readonly EvidenceLine[], only: boolean): EvidenceNode {
  const dead = lines.filter(({ fate }) => isDead(fate)).length;
  return {
    id: `${session}\n${contribution}\n${path}`,
    label: baseName(path),
    description: `${folderOf(path)}${dead === 0 ? '' : `${folderOf(path) === '' ? '' : ' · '}${dead} of ${lines.length} gone`}`,
    tooltip: path,
    icon: 'file',
    expanded: only,
    children: lines.map(lineNode),
    line: null,
  };
}

function lineNode(line: EvidenceLine): EvidenceNode {
  const told = lineStory(line);
  return {
    id: `${line.contribution}\n${line.ordinal}`,
    label: lineLabel(line),
    description: told,
    tooltip: `${sentenceCase(told)}. ${whatOpens(line)}`,
    icon: isDead(line.fate) ? 'diff-removed' : isAlive(line.fate) ? 'check' : line.fate === 'pending' ? 'clock' : 'question',
    expanded: false,
    children: [],
    line,
  };
}

function lineLabel(line: EvidenceLine): string {
  const number = line.lineNow ?? line.line;
  if (number !== null) return `Line ${number}`;
  return `Line ${line.ordinal + 1} of the edit`;
}

/** "rewritten by me, 3 Mar 2026" */
function lineStory({ fate, cause, diedAt, retained }: EvidenceLine): string {
  const by = cause === null ? '' : cause === 'unknown' ? ', by whom is unknown' : ` by ${cause}`;
  const when = diedAt === null ? '' : `, ${date(diedAt)}`;
  if (fate === 'pending') return 'not in a commit yet';
  if (fate === 'edited') return `edited${by}, ${Math.round(retained * 100)}% kept`;
  if (fate === 'unknown') return 'lost from sight';
  return `${fate}${isDead(fate) ? by : ''}${when}`;
}

function whatOpens(line: EvidenceLine): string {
  if (line.diedCommit !== null) return 'Opens the commit that took it.';
  if (line.pathNow !== null) return 'Opens the file at the line.';
  return line.commit === null ? 'Opens the file it was written to.' : 'Opens the commit that brought it.';
}

/** Where a line is now, or where it was last known. */
function fileOf({ pathNow, path, contributionPath }: EvidenceLine): string {
  return pathNow ?? (path === '' ? contributionPath : path);
}

function grouped(lines: readonly EvidenceLine[], by: (line: EvidenceLine) => string): Map<string, EvidenceLine[]> {
  return Map.groupBy(lines, by);
}

function lastAt(lines: readonly EvidenceLine[]): number {
  return Math.max(...lines.map(({ contributionAt }) => contributionAt));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
