import { claudeSession } from '../../fixtures/claudeLog.ts';
import { uuidFrom } from '../../fixtures/claudeRecords.ts';
import { aiAdd, aiCreate, startSession } from '../agent.ts';
import { day, hour, minute } from '../clock.ts';
import { commit } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { handAdd } from '../hand.ts';
import { mainTip } from '../project.ts';
import type { DemoState } from '../project.ts';
import { fetchMain, startBranch } from '../pullRequest.ts';

/** What is open when the story ends. */
export type Ending = {
  /** The branch checked out in the repository, with edits that are not committed. */
  vacation: Desk;
  /** A branch in a worktree of its own, likewise. */
  frost: Desk;
  worktree: string;
};

/** The last days: three open branches, and agent edits still in the working trees. */
export function ending(state: DemoState, worktree: string): Ending {
  startBranch(state, { who: 'mate', day: 113, branch: 'heat-alerts' }, (desk) => {
    handAdd(desk, 'agent/gateway/heat.go', 2);
    commit(desk, 'Warn about hot roots');
  });

  const frost = startBranch(state, { who: 'me', day: 114, branch: 'frost-guard' }, (desk) => {
    startSession(desk, { root: worktree });
    aiCreate(desk, 'src/forecasts/frost.ts', 3);
    commit(desk, 'Guard against frost', { trailer: true });
  });

  const vacation = startBranch(state, { who: 'me', day: 115, branch: 'vacation-mode' }, (desk) => {
    aiCreate(desk, 'src/zones/vacation.ts', 4);
    commit(desk, 'Add vacation mode', { trailer: true });
  });
  handAdd(vacation, 'src/zones/vacation.ts', 1);
  commit(vacation, 'Leave the herbs alone');

  fetchMain(state, state.now - 20 * hour);
  otherProject(state);

  pending(frost, state.now - 3 * hour, () => aiAdd(frost, 'src/forecasts/frost.ts', 1));
  pending(vacation, state.now - 2 * hour, () => {
    aiAdd(vacation, 'src/zones/vacation.ts', 2);
    aiCreate(vacation, 'test/vacation.test.ts', 3);
  });
  return { vacation, frost, worktree };
}

/** Work of today, whatever the weekday. */
function pending(desk: Desk, at: number, work: () => void): void {
  startSession(desk);
  desk.pinned = true;
  desk.at = at;
  work();
  if (desk.at >= desk.state.now) throw new Error('pending work would be in the future');
}

/** A session in another repository, and a plan outside any: left alone by whoever looks at this one. */
function otherProject(state: DemoState): void {
  const cwd = `${state.home}/recipes`;
  const session = claudeSession({ id: uuidFrom(`other ${state.main.length}`), cwd, branch: 'main' });
  const at = mainTip(state).committerAt - 9 * day;
  session.prompt(at, 'Convert cups to grams');
  const { after } = session.write(at + minute, `${cwd}/convert.py`, null, 'def grams(cups: float) -> float:\n    return cups * 120\n');
  session.edit(at + 2 * minute, `${cwd}/convert.py`, 'cups * 120', 'round(cups * 120, 1)', after);
  session.write(at + 3 * minute, `${state.home}/.claude/plans/soft-fern.md`, null, '# Plan\n\n1. Weigh a cup of flour.\n');
  state.sessions.push(session);
}
