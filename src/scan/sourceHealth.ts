import { agentSources } from '../capture/registry.ts';
import type { NoteSource } from '../capture/notes/noteSource.ts';
import { noteSources } from '../capture/notes/registry.ts';
import { coverage } from '../ledger/coverage.ts';
import type { StoredCoverage } from '../ledger/coverage.ts';
import { declaredCounts } from '../ledger/declaredCommits.ts';
import { emptyCounts } from '../model/captureSource.ts';
import { editorSource } from '../model/observed.ts';
import type { SourceHealth } from '../model/project.ts';
import { entireSource } from './declaredInGraph.ts';
import type { ProjectParts } from './projectParts.ts';

/** Every source of provenance: found or not, how much it gave, and how far back it reaches. */
export function sourceHealth(parts: ProjectParts): SourceHealth[] {
  const held = new Map(coverage(parts.ledger, parts.repo).map((each) => [each.source, each]));
  const agents = agentSources.map((source) => healthOf(source, held.get(source.id)));
  const notes = noteSources.map((source) => noteHealth(source, held.get(source.id)));
  const declared = declaredCounts(parts.ledger, parts.repo);
  const commits = declared.reduce((sum, each) => sum + each.commits, 0);
  return [
    ...agents,
    ...notes,
    healthOf(entire, held.get(entireSource)),
    editorHealth(held.get(editorSource)),
    {
      id: 'trailers', name: 'Commit trailers', tool: [...new Set(declared.map(({ tool }) => tool))].join(', '), grade: 'declared', found: commits > 0,
      verified: 'trailers and authors of commits; a whole commit at a time', files: 0, sessions: 0, counts: { ...emptyCounts(), records: commits },
      firstSeen: commits === 0 ? null : Math.min(...declared.map(({ firstAt }) => firstAt)), lastSeen: commits === 0 ? null : Math.max(...declared.map(({ lastAt }) => lastAt)), problems: [],
    },
  ];
}

const entire: Named = {
  id: entireSource, name: 'Entire checkpoints', tool: '', grade: 'declared',
  verified: 'The tool of a checkpoint that a commit names, where the commit names none; seen in real branches. They hold no line-level record.',
};

function noteHealth(source: NoteSource, held: StoredCoverage | undefined): SourceHealth {
  const { id, name, verified } = source;
  const health = healthOf({ id, name, tool: id, grade: 'attested', verified }, held);
  const { unanswered } = health.counts;
  const told = `Records of ${unanswered} ${unanswered === 1 ? 'edit' : 'edits'} were written while the agent edited, and number lines of a working tree that is gone: no line is taken from them, the commits that followed are declared.`;
  return unanswered > 0 ? { ...health, problems: [...health.problems, told] } : health;
}

type Named = Pick<SourceHealth, 'id' | 'name' | 'tool' | 'grade' | 'verified'>;

function healthOf(source: Named, held: StoredCoverage | undefined): SourceHealth {
  const { id, name, tool, grade, verified } = source;
  return {
    id, name, tool, grade, verified,
    found: held !== undefined && (held.files > 0 || held.contributions > 0),
    files: held?.files ?? 0,
    sessions: held?.sessions ?? 0,
    counts: held?.counts ?? emptyCounts(),
    firstSeen: held?.firstAt ?? null,
    lastSeen: held?.lastAt ?? null,
    problems: held === undefined ? [] : problemsOf(held),
  };
}

const fewCharacters = 2000;

/** What editor windows saw themselves. Its counts are characters that came into files; nobody can tell an accept by its shape. */
function editorHealth(held: StoredCoverage | undefined): SourceHealth {
  const named: Named = { id: editorSource, name: 'The editor', tool: '', grade: 'observed', verified: 'accepted inline completions, when the setting aiNetValue.observeInlineAccept is on; run in VS Code 1.104 and 1.139' };
  const { records, unknownRecords } = held?.counts ?? emptyCounts();
  const percent = records === 0 ? 0 : Math.round((100 * unknownRecords) / records);
  const remedy = held?.contributions === 0 ? ' If you use inline completions, switch aiNetValue.observeInlineAccept on.' : '';
  const problems = records >= fewCharacters && percent >= 20 ? [`${percent} % of the characters that came into files in the editor could not be told apart: completions, snippets and edits by extensions look alike.${remedy}`] : [];
  return { ...healthOf(named, held), files: 0, problems };
}

function problemsOf({ counts, files, relevantFiles }: StoredCoverage): string[] {
  const problems: string[] = [];
  if (counts.records > 0 && counts.unknownRecords > counts.records / 10) problems.push(`${counts.unknownRecords} of ${counts.records} records are of an unknown kind: the log format may have changed; look for a newer version of this extension.`);
  if (counts.unreadable > 0) problems.push(`${counts.unreadable} ${counts.unreadable === 1 ? 'line' : 'lines'} could not be read and ${counts.unreadable === 1 ? 'was' : 'were'} left out.`);
  if (files > 0 && relevantFiles === 0) problems.push('Its logs hold no session of this repository.');
  return problems;
}
