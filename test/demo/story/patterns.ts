import { aiAdd, aiCreate, aiRewrite } from '../agent.ts';
import { commit } from '../desk.ts';
import { handAdd, handDelete, handRemove, handRewrite, handTweak } from '../hand.ts';
import type { DemoState } from '../project.ts';
import { direct, pullRequest, revert } from '../pullRequest.ts';

/*
 * Three things that recur, and that someone who looks back should find:
 *   test helpers by the agent    rewritten by me within two days, 4 times of 5
 *   error handling by the agent  in one file, reverted by me, 2 times of 3
 *   date parsing by the agent    deleted by the teammate, 3 times of 3
 */

/** The agent writes a test helper; unless `kept`, I rewrite it two days later. */
export function testHelper(state: DemoState, day: number, subject: string, kept: boolean): void {
  const path = `test/helpers/${subject}.ts`;
  pullRequest(state, { who: 'me', day, branch: `test-${subject}`, title: `Test ${subject} with helpers`, merge: 'squash', trailer: true }, (desk) => {
    aiCreate(desk, path, 4);
    handAdd(desk, `test/${subject}.test.ts`, 1);
    commit(desk, `Add test helpers for ${subject}`, { trailer: true });
  });
  if (kept) return;
  direct(state, { who: 'me', day: day + 1 }, (desk) => {
    for (const index of [0, 1, 2, 3]) handRewrite(desk, path, index);
    commit(desk, `Simplify the ${subject} test helpers`);
  });
}

/** The agent adds error handling to the valve client; unless `kept`, I revert it. */
export function errorHandling(state: DemoState, day: number, reason: string, kept: boolean): void {
  const path = 'src/devices/valveClient.ts';
  const merged = pullRequest(state, { who: 'me', day, branch: `valve-errors-${day}`, title: `Handle ${reason}`, merge: 'squash' }, (desk) => {
    aiAdd(desk, path, 2);
    aiRewrite(desk, path, -1);
    aiAdd(desk, path, 1);
    commit(desk, `Handle ${reason}`, { trailer: day % 2 === 0 });
  });
  if (kept) return;
  direct(state, { who: 'me', day: day + 2 }, (desk) => void revert(desk, merged, 'It hid the real error and kept a valve open.'));
}

/** The agent writes date parsing; the teammate deletes it. */
export function dateParsing(state: DemoState, day: number, file: string, reason: string): void {
  const path = `src/calendar/${file}.ts`;
  const merged = pullRequest(state, { who: 'me', day, branch: `calendar-${file}`.toLowerCase(), title: `Understand ${reason}`, merge: 'squash', trailer: true }, (desk) => {
    aiCreate(desk, path, 3);
    aiAdd(desk, path, 1);
    handTweak(desk, path, 1);
    commit(desk, `Understand ${reason}`, { trailer: true });
  });
  pullRequest(state, { who: 'mate', day: day + 3, after: merged, branch: `platform-${file}`.toLowerCase(), title: `Let the platform handle ${reason}`, merge: 'merge' }, (desk) => {
    handDelete(desk, path, 0);
    handDelete(desk, path, 0);
    commit(desk, `Let Temporal handle ${reason}`);
    handRemove(desk, path);
    handAdd(desk, 'agent/gateway/clock.go', 1);
    commit(desk, 'Send the garden time zone from the gateway');
  });
}
