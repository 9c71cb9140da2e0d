import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sourceHints } from '../capture/sourceHints.ts';
import { findLogs } from '../capture/logFiles.ts';
import type { CaptureHome } from '../capture/logFiles.ts';
import { whenMissing } from '../git/missingFile.ts';
import { unseenCommits } from '../ledger/unseenCommits.ts';
import type { UnseenCommits } from '../ledger/unseenCommits.ts';
import type { AgentSource } from '../model/captureSource.ts';
import { day } from '../model/time.ts';
import type { ProjectParts } from './projectParts.ts';

/** Agents delete their logs, often after 30 days; what is older proves nothing. */
const recent = 21 * day;
/** A commit is made within this time of the edits in it; a use is logged within this time. */
const around = 2 * day;

/** Signs that the tool of a source is in use while nothing of that use was seen, in words; by the source's id. */
export async function silence(parts: ProjectParts, sources: readonly AgentSource[], found: (source: string) => boolean): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  for (const source of sources) {
    const used = await usedWithoutLog(source, parts);
    if (used !== null) words.set(source.id, used);
  }
  const now = parts.options.asOf;
  for (const unseen of unseenCommits(parts.ledger, parts.repo, { from: now - recent, to: now, around })) {
    if (!isSilent(unseen)) continue;
    const ofTool = sources.filter(({ tool }) => tool === unseen.tool);
    const blamed = ofTool.find(({ id }) => found(id)) ?? ofTool[0];
    if (blamed !== undefined && !words.has(blamed.id)) words.set(blamed.id, commitWords(ofTool.length > 1 ? 'any of its programs' : blamed.name, unseen));
  }
  return words;
}

/** One commit may be a cherry-pick of old work; and where the latest is seen, its tool's logs are read. */
function isSilent({ unseen, lastAt, lastUnseenAt }: UnseenCommits): boolean {
  return unseen >= 2 && lastUnseenAt === lastAt;
}

function commitWords(name: string, { tool, commits, unseen, lastUnseenAt }: UnseenCommits): string {
  return `${unseen} of your ${commits} commits of the last three weeks that name ${tool} (the latest on ${date(lastUnseenAt)}) have no session of ${name} within two days of them. Where it ran in the cloud or on another machine, there can be none here.`;
}

/** The tool's history of prompts is newer than all its logs. Logs that were not read yet are looked at before it is said. */
async function usedWithoutLog(source: AgentSource, { homes, uid, options }: ProjectParts): Promise<string | null> {
  const used = await lastUse(sourceHints[source.id]?.signs ?? [], homes);
  if (used === null || used > options.asOf || used < options.asOf - recent) return null;
  const { toRead } = await findLogs([source], homes, uid, () => null);
  const newest = Math.max(0, ...toRead.map(({ modifiedAt }) => modifiedAt));
  if (newest >= used - around) return null;
  return `${source.name} was used on ${date(used)}, and ${newest === 0 ? 'no log of it was found' : `its newest log is of ${date(newest)}`}.`;
}

async function lastUse(signs: readonly string[], homes: readonly CaptureHome[]): Promise<number | null> {
  const times = await Promise.all(homes.flatMap(({ path }) => signs.map(async (sign) => (await stat(join(path, sign)).catch(whenMissing(null)))?.mtimeMs ?? 0)));
  const last = Math.max(0, ...times);
  return last === 0 ? null : last;
}

function date(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
