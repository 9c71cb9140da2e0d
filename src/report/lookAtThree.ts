import type { ContributionOutcome, OutcomeLoss } from '../model/contributionOutcome.ts';
import { type Cause, causes } from '../model/fate.ts';
import type { FileKind, LookGroup } from '../model/readModelParts.ts';
import { day } from '../model/time.ts';
import { kindOfFile } from '../model/kindOfFile.ts';
import { lookSentence } from './lookSentence.ts';

export interface LookOptions {
  /** UTC ms: "lately" ends here. */
  readonly until: number;
  /** UTC ms: losses are told as far as here. */
  readonly knownUntil: number;
  /** Keys of groups the person does not want to see again. */
  readonly dismissed: ReadonlySet<string>;
  /** Own minutes of correction for 100 AI lines, by kind of file; absent where no time was seen. */
  readonly minutes?: ReadonlyMap<string, number>;
}

/** How far back "lately" goes. */
const lately = 60 * day;
/** What happened once is an accident; what happened twice in one place is worth a look. */
const fewestTimes = 2;
const shown = 3;

/** One contribution of a group, with the losses that count here. */
export interface LookMember {
  readonly outcome: ContributionOutcome;
  readonly losses: readonly OutcomeLoss[];
  readonly lost: number;
}

/** What a group's sentence is made of. */
export interface LookFacts {
  readonly folder: string;
  readonly kind: FileKind;
  readonly tool: string;
  /** All contributions to this place by this tool lately. */
  readonly of: number;
  /** Those that lost at least half of their lines. */
  readonly hit: readonly LookMember[];
}

/**
 * The groups (folder, kind of file, tool, main cause) in which contributions of late lost most of their lines
 * again and again: at most three, those that cost the most own minutes first, then those with the most lines lost;
 * none when nothing recurs.
 */
export function lookAtThree(outcomes: readonly ContributionOutcome[], options: LookOptions): LookGroup[] {
  const groups = new Map<string, { folder: string; kind: FileKind; tool: string; members: LookMember[] }>();
  for (const outcome of outcomes) {
    if (outcome.effectiveLines === 0 || outcome.at > options.until || outcome.at < options.until - lately) continue;
    const folder = folderOf(outcome.path);
    const kind = kindOfFile(outcome.path);
    const place = JSON.stringify([folder, kind, outcome.tool]);
    let group = groups.get(place);
    if (group === undefined) groups.set(place, (group = { folder, kind, tool: outcome.tool, members: [] }));
    const losses = outcome.losses.filter((loss) => !isDraft(loss) && loss.lastAt <= options.knownUntil);
    group.members.push({ outcome, losses, lost: losses.reduce((sum, loss) => sum + loss.lines, 0) });
  }
  return [...groups.values()]
    .map(({ members, ...place }): LookFacts => ({ ...place, of: members.length, hit: members.filter((member) => member.lost > 0 && 2 * member.lost >= member.outcome.effectiveLines) }))
    .map((facts) => ({ group: groupOf(facts), minutes: ownLines(facts) * (options.minutes?.get(facts.kind) ?? 0) }))
    .filter(({ group }) => group.times >= fewestTimes && !options.dismissed.has(group.key))
    .toSorted((a, b) => b.minutes - a.minutes || b.group.linesLost - a.group.linesLost || (a.group.key < b.group.key ? -1 : 1))
    .slice(0, shown)
    .map(({ group }) => group);
}

/** Lost lines that the person replaced, alone or with AI: what others did cost no own minutes. */
function ownLines({ hit }: LookFacts): number {
  return hit.flatMap(({ losses }) => losses).reduce((sum, { cause, lines }) => (cause === 'me' || cause === 'me with AI' ? sum + lines : sum), 0);
}

/**
 * Text that went before it was in a commit, and not seen to be by a person: a draft the agent worked on, and no
 * pattern a person can do something about.
 */
function isDraft(loss: OutcomeLoss): boolean {
  return loss.fate === 'dropped' && loss.cause !== 'me' && loss.cause !== 'someone else';
}

/** `cmd/store/` of `cmd/store/add.go`; empty at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function groupOf(facts: LookFacts): LookGroup {
  const { folder, kind, tool, of, hit } = facts;
  const cause = mainCause(hit);
  return {
    key: JSON.stringify([folder, kind, tool, cause]),
    sentence: lookSentence(facts),
    folder,
    kind,
    tool,
    cause,
    linesLost: hit.reduce((sum, member) => sum + member.lost, 0),
    times: hit.length,
    of,
    evidence: hit.toSorted((a, b) => b.outcome.at - a.outcome.at).map(({ outcome, losses, lost }) => {
      const commit = losses.toSorted((a, b) => b.lines - a.lines).find((loss) => loss.commit !== null)?.commit ?? null;
      return {
        contribution: outcome.contribution,
        session: outcome.session,
        path: outcome.path,
        at: new Date(outcome.at).toISOString(),
        lines: outcome.effectiveLines,
        lost,
        before: commit === null ? null : `${commit}^`,
        after: commit,
      };
    }),
  };
}

/** The cause of most of the lines lost. */
function mainCause(hit: readonly LookMember[]): Cause {
  const lost = (cause: Cause): number => hit.flatMap((member) => member.losses).reduce((sum, loss) => (loss.cause === cause ? sum + loss.lines : sum), 0);
  return causes.toSorted((a, b) => lost(b) - lost(a))[0]!;
}
