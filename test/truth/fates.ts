import { ancestors, commitOf } from './history.ts';
import { carriedIn } from './lines.ts';
import type { AiLine, Carried, Line, Tree } from './lines.ts';
import { flush, day } from './world.ts';
import type { World } from './world.ts';
import type { Fate, OriginLine, Stage, Truth, TruthLine } from './truth.ts';
import { markAmbiguous } from './ambiguity.ts';
import { isEffective, retainedShare } from './tokens.ts';

const horizons = [[90, '90d'], [30, '30d'], [14, '14d']] as const;

function stageAfter(span: number): Stage {
  return horizons.find(([days]) => span >= days * day)?.[1] ?? 'merged';
}

function aliveFate({ editedBy, moved, reformatted }: Carried): Fate {
  return editedBy !== null ? 'edited' : moved ? 'moved' : reformatted ? 'reformatted' : 'kept';
}

type Place = { readonly path: string; readonly line: number };

type Standing = Place & { text: string; readonly moved: boolean };

function placesIn(tree: Tree): Map<number, Standing> {
  const found = new Map<number, Standing>();
  for (const [path, { lines }] of tree) {
    lines.forEach(({ carries, text }, index) => {
      for (const { line, moved } of carries) {
        const first = found.get(line.id);
        if (first === undefined) found.set(line.id, { path, line: index + 1, text, moved });
        else first.text += ` ${text}`;
      }
    });
  }
  return found;
}

/** Reads the fate of every AI line off the model's history. `asOf` in UTC ms. */
export function truthOf(world: World, asOf: number): Truth {
  for (const side of [world.me, ...world.worktrees]) if (!side.gone) flush(side);
  const { trunk } = world;
  const trunkTrees = trunk.map(({ sha }) => commitOf(world, sha).tree);
  const trunkIds = trunkTrees.map((tree) => carriedIn(tree));
  const head = trunkTrees.at(-1) ?? new Map();
  const now = placesIn(head);

  const trunkTip = trunk.at(-1)?.sha ?? '';
  const live = liveTips(world);
  const reachable = new Set([trunkTip, ...world.me.refs.values(), ...world.remote.values()].flatMap((sha) => [...ancestors(world, sha)]));
  const first = new Map<number, Standing & { commit: string; reachable: boolean }>();
  for (const pass of [true, false]) {
    for (const { sha, tree } of world.commits.values()) {
      if (reachable.has(sha) !== pass) continue;
      for (const [id, place] of placesIn(tree)) if (!first.has(id)) first.set(id, { ...place, commit: sha, reachable: pass });
    }
  }
  // Lines that some reachable commit shows as they were before an agent edited them into others.
  const alone = new Set([...reachable].flatMap((sha) => [...commitOf(world, sha).tree.values()].flatMap(({ lines }) => lines.flatMap(({ carries }) => carries.slice(-1).map((one) => one.line.id)))));
  const trunkPast = ancestors(world, trunkTip);
  const inReview = new Set(world.pushes.filter(({ evidence }) => evidence).flatMap(({ sha }) => [...carriedIn(commitOf(world, sha).tree).keys()]));
  const open = new Set([world.me, ...world.worktrees].filter(({ gone }) => !gone).flatMap(({ tree }) => [...carriedIn(tree).keys()]));
  for (const { tree } of world.stashes) for (const id of carriedIn(tree).keys()) open.add(id);

  /** Whether the time of a merge that only a late fetch showed could be told well enough for the stage at `end`. */
  const undated = (born: number, end: number): boolean => {
    const state = trunk[born];
    if (state?.forwarded !== true) return false;
    const latest = Math.min(state.seenAt ?? end, trunk.slice(born).find((later) => !later.forwarded)?.at ?? end, end);
    return stageAfter(end - state.at) !== stageAfter(end - latest);
  };

  const one = (line: AiLine): TruthLine => {
    const place = first.get(line.id);
    const kill = world.kills.get(line.id);
    const base = {
      id: line.id, contribution: line.contribution, writtenAt: line.writtenAt, writtenPath: line.path, text: line.text,
      effective: isEffective(line.path, line.text) && !world.repeated.has(line.id), duplicate: isEffective(line.path, line.text) && world.repeated.has(line.id), ambiguous: world.blurred.has(line.id),
      path: place?.path ?? null, line: place?.line ?? null, commit: place?.commit ?? null,
      cause: null, thrownAway: kill?.fate === 'dropped', retained: 0, mergedAt: null, diedAt: null, pathNow: null, lineNow: null, also: [],
    };
    const alive = (carried: Carried, text: string, stage: Stage): TruthLine => {
      const fate = aliveFate(carried);
      // Line ends are normalised where texts are compared, so that a carriage return may pass unseen.
      const also = fate === 'reformatted' && text.replace(/\r$/, '') === line.text ? [{ fate: 'kept' as const, stage }] : [];
      return { ...base, stage, fate, also, cause: carried.editedBy, retained: retainedShare(line.text, text) };
    };

    const born = trunkIds.findIndex((ids) => ids.has(line.id));
    if (born >= 0) {
      const mergedAt = trunk[born]?.at ?? 0;
      const here = trunkIds.at(-1)?.get(line.id);
      const spot = now.get(line.id);
      if (here !== undefined && spot !== undefined) {
        const told = { ...alive(here, spot.text, stageAfter(asOf - mergedAt)), mergedAt, pathNow: spot.path, lineNow: spot.line };
        // Moved before the default branch or any ref ever showed it elsewhere: only a ref beside (or none) can tell.
        const unseen = trunkIds[born]?.get(line.id)?.moved === true && (place === undefined || !trunkPast.has(place.commit) || place.moved);
        return { ...told, ambiguous: told.ambiguous || !alone.has(line.id) || undated(born, asOf), also: told.fate === 'moved' && unseen ? [{ fate: 'kept', stage: told.stage }] : told.also };
      }
      const last = trunkIds.findLastIndex((ids) => ids.has(line.id));
      const diedAt = trunk[last + 1]?.at ?? mergedAt;
      const seen = fateInStep(trunkTrees[last] ?? head, trunkTrees[last + 1] ?? head, line.id);
      const fate = kill?.fate ?? seen;
      // What the operation did and what the step of the default branch shows differ: changes side by side have blurred.
      const ambiguous = base.ambiguous || undated(born, diedAt) || (fate !== seen && fate !== 'reverted');
      return { ...base, fate, cause: kill?.by ?? 'me', stage: stageAfter(diedAt - mergedAt), mergedAt, diedAt, ambiguous };
    }
    for (const tip of live) {
      const tree = commitOf(world, tip).tree;
      const carried = carriedIn(tree).get(line.id);
      if (carried !== undefined) return alive(carried, placesIn(tree).get(line.id)?.text ?? '', inReview.has(line.id) ? 'review' : 'committed');
    }
    if (open.has(line.id)) return { ...base, stage: 'written', fate: 'pending' };
    if (place === undefined) return { ...base, stage: 'written', fate: 'dropped', cause: kill?.by ?? 'me' };
    const stage = inReview.has(line.id) ? 'review' : 'committed';
    const fate = kill?.fate ?? 'dropped';
    const cause = kill?.by ?? 'me';
    if (place.reachable) return { ...base, stage, fate, cause };
    // No ref holds it any more: that it once was committed (and what replaced it) only a reflog could tell.
    return { ...base, stage: 'written', fate: 'dropped', cause, also: [{ fate: 'dropped', stage }, { fate: 'dropped', stage: 'committed' }, { fate, stage }, { fate, stage: 'committed' }] };
  };

  const all = world.contributions.flatMap(({ inserted }) => inserted);
  const lines = all.map(one);
  markAmbiguous(world, lines);
  return {
    repo: world.me.dir, home: world.home, asOf, lines, headOrigin: originsAt(head, lines),
    idsAt: (sha, path, line) => lineAt(world, sha, path, line)?.carries.map((one) => one.line.id) ?? [],
    effectiveAt: (sha, path, line) => isEffective(path, lineAt(world, sha, path, line)?.text ?? 'unknown place'),
  };
}

/** Newest tips of branches that have not been merged. */
function liveTips(world: World): string[] {
  const names = new Set([...world.me.refs.keys(), ...world.remote.keys()].filter((name) => name !== 'main'));
  return [...names].flatMap((name) => {
    const tips = [world.me.refs.get(name), world.remote.get(name)].filter((sha) => sha !== undefined);
    const landed = world.landed.get(name);
    if (landed !== undefined && tips.every((tip) => tip === landed || ancestors(world, landed).has(tip))) return [];
    return tips.filter((tip) => !tips.some((other) => other !== tip && ancestors(world, other).has(tip))).slice(0, 1);
  });
}

/** By identities alone: whether anything new stands where the line stood. */
function fateInStep(before: Tree, after: Tree, id: number): 'rewritten' | 'deleted' {
  for (const { fid, lines } of before.values()) {
    const at = lines.findIndex((line) => line.carries.some((one) => one.line.id === id));
    if (at < 0) continue;
    const then = [...after.values()].find((file) => file.fid === fid)?.lines;
    if (then === undefined) return 'deleted';
    const index = new Map(then.map((line, i) => [line.key, i]));
    const above = lines.slice(0, at).findLast(({ key }) => index.has(key));
    const below = lines.slice(at + 1).find(({ key }) => index.has(key));
    const from = above === undefined ? 0 : (index.get(above.key) ?? 0) + 1;
    const to = below === undefined ? then.length : (index.get(below.key) ?? 0);
    const old = new Set(lines.map(({ key }) => key));
    return then.slice(from, to).some(({ key }) => !old.has(key)) ? 'rewritten' : 'deleted';
  }
  return 'deleted';
}

function originsAt(head: Tree, lines: readonly TruthLine[]): Map<string, OriginLine[]> {
  const ambiguous = new Set(lines.filter((line) => line.ambiguous).map(({ id }) => id));
  return new Map([...head].map(([path, file]) => {
    const seen = new Set<number>();
    return [path, file.lines.map((line): OriginLine => {
      const ids = line.carries.map((one) => one.line.id);
      const continued = ids.length > 0 && ids.every((id) => seen.has(id));
      for (const id of ids) seen.add(id);
      return { origin: ids.length > 0 ? 'ai' : line.origin, ids, continued, effective: isEffective(path, line.text), ambiguous: line.copied === true || ids.some((id) => ambiguous.has(id)) };
    })];
  }));
}

function lineAt(world: World, sha: string, path: string, line: number): Line | undefined {
  return world.commits.get(sha)?.tree.get(path)?.lines[line - 1];
}
