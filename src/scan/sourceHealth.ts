import { agentSources } from '../capture/registry.ts';
import { sourceHints } from '../capture/sourceHints.ts';
import type { NoteSource } from '../capture/notes/noteSource.ts';
import { noteSources } from '../capture/notes/registry.ts';
import { coverage } from '../ledger/coverage.ts';
import type { StoredCoverage } from '../ledger/coverage.ts';
import { declaredCounts } from '../ledger/declaredCommits.ts';
import { logFileCounts } from '../ledger/logFileCounts.ts';
import { emptyCounts } from '../model/captureSource.ts';
import { editorSource } from '../model/observed.ts';
import type { SourceHealth } from '../model/project.ts';
import { entireSource } from './declaredInGraph.ts';
import { formatVerdict } from './formatChange.ts';
import type { FormatVerdict } from './formatChange.ts';
import type { ProjectParts } from './projectParts.ts';
import { silence } from './silence.ts';

/** Every source of provenance: how it fares, how much it gave, how far back it reaches, and what to do. */
export async function sourceHealth(parts: ProjectParts): Promise<SourceHealth[]> {
  const held = new Map(coverage(parts.ledger, parts.repo).map((each) => [each.source, each]));
  const files = Map.groupBy(logFileCounts(parts.ledger, parts.repo), ({ source }) => source);
  const silent = await silence(parts, agentSources, (source) => (held.get(source)?.files ?? 0) > 0);
  const agents = agentSources.map((source) => agentHealth(source, held.get(source.id), formatVerdict(files.get(source.id) ?? []), silent.get(source.id) ?? null));
  return [...agents, ...noteSources.map((source) => noteHealth(source, held.get(source.id))), healthOf(entire, held.get(entireSource)), editorHealth(held.get(editorSource)), trailerHealth(parts)];
}

type Named = Pick<SourceHealth, 'id' | 'name' | 'tool' | 'grade' | 'verified'>;

function healthOf({ id, name, tool, grade, verified }: Named, held: StoredCoverage | undefined): SourceHealth {
  const counts = held?.counts ?? emptyCounts();
  const found = held !== undefined && (held.files > 0 || held.contributions > 0);
  return {
    id, name, tool, grade, verified, found, counts,
    state: found ? 'reading' : 'not found',
    files: held?.files ?? 0,
    sessions: held?.sessions ?? 0,
    firstSeen: held?.firstAt ?? null,
    lastSeen: held?.lastAt ?? null,
    problems: counts.unreadable === 0 ? [] : [`${counts.unreadable} ${counts.unreadable === 1 ? 'line' : 'lines'} could not be read and ${counts.unreadable === 1 ? 'was' : 'were'} left out.`],
    remedy: null,
  };
}

const elsewhere = 'If its logs lie under another home folder, name that in the setting aiNetValue.extraLogHomes, or with --home DIR.';
const update = 'Look for a newer version of this extension. Until then the edits it can’t read are of unknown origin.';

/** A log is there or not, is understood or not, and tells of this repository or not; the worst is said. */
function agentHealth(source: Named, held: StoredCoverage | undefined, format: FormatVerdict, silent: string | null): SourceHealth {
  const health = healthOf(source, held);
  const hint = sourceHints[source.id];
  const missing = [hint?.missing ?? '', elsewhere].filter((words) => words !== '').join(' ');
  const { records, unknownRecords } = health.counts;
  const unknown = unknownRecords > records / 10 ? [`${unknownRecords} of ${records} records are of an unknown kind: the log format may have changed.`] : [];
  const told = { ...health, problems: [...(silent === null ? [] : [silent]), ...unknown, ...health.problems] };
  if (silent !== null) return { ...told, state: 'silent', remedy: `${health.found ? '' : `Its logs are looked for in ${hint?.where ?? 'its usual folder'}. `}${missing}` };
  if (!health.found) return { ...told, remedy: `Looked for in ${hint?.where ?? 'its usual folder'}.` };
  if (format === 'unreadable') return { ...told, state: 'unreadable', problems: ['Hardly any of its records could be understood.', ...told.problems], remedy: update };
  if (format === 'changed') return { ...told, state: 'changed', problems: ['In its newest logs many records are of kinds that are not known, and were not before.', ...told.problems], remedy: update };
  if (format === 'no edits') return { ...told, state: 'changed', problems: ['In its newest logs there is not one edit, where there were many before: edits may be written in another form now.', ...told.problems], remedy: update };
  if (held !== undefined && held.files > 0 && held.relevantFiles === 0) return { ...told, state: 'nothing here', problems: [...told.problems, 'Its logs hold no session of this repository.'] };
  return told;
}

function noteHealth(source: NoteSource, held: StoredCoverage | undefined): SourceHealth {
  const { id, name, verified } = source;
  const health = healthOf({ id, name, tool: id, grade: 'attested', verified }, held);
  const { unanswered } = health.counts;
  const told = `Records of ${unanswered} ${unanswered === 1 ? 'edit' : 'edits'} were written while the agent edited, and number lines of a working tree that is gone: no line is taken from them, the commits that followed are declared.`;
  return unanswered > 0 ? { ...health, problems: [...health.problems, told] } : health;
}

const entire: Named = {
  id: entireSource, name: 'Entire checkpoints', tool: '', grade: 'declared',
  verified: 'The tool of a checkpoint that a commit names, where the commit names none; seen in real branches. They hold no line-level record.',
};

const fewCharacters = 2000;

/** What editor windows saw themselves. Its counts are characters that came into files; nobody can tell an accept by its shape. */
function editorHealth(held: StoredCoverage | undefined): SourceHealth {
  const named: Named = { id: editorSource, name: 'The editor', tool: '', grade: 'observed', verified: 'accepted inline completions, when the setting aiNetValue.observeInlineAccept is on; run in VS Code 1.104 and 1.139' };
  const { records, unknownRecords } = held?.counts ?? emptyCounts();
  const percent = records === 0 ? 0 : Math.round((100 * unknownRecords) / records);
  const blind = records >= fewCharacters && percent >= 20;
  const problems = blind ? [`${percent} % of the characters that came into files in the editor could not be told apart: completions, snippets and edits by extensions look alike.`] : [];
  const remedy = blind && held?.contributions === 0 ? 'If you use inline completions, switch aiNetValue.observeInlineAccept on.' : null;
  return { ...healthOf(named, held), files: 0, problems, remedy };
}

function trailerHealth(parts: ProjectParts): SourceHealth {
  const declared = declaredCounts(parts.ledger, parts.repo);
  const commits = declared.reduce((sum, each) => sum + each.commits, 0);
  const none = commits === 0;
  return {
    ...healthOf({ id: 'trailers', name: 'Commit trailers', tool: [...new Set(declared.map(({ tool }) => tool))].join(', '), grade: 'declared', verified: 'trailers and authors of commits; a whole commit at a time' }, undefined),
    found: !none, state: none ? 'not found' : 'reading', counts: { ...emptyCounts(), records: commits },
    firstSeen: none ? null : Math.min(...declared.map(({ firstAt }) => firstAt)), lastSeen: none ? null : Math.max(...declared.map(({ lastAt }) => lastAt)),
  };
}
