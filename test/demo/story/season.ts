import { aiAdd, aiCreate, aiRefused, aiRewrite, startSession } from '../agent.ts';
import { commit } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { handAdd, handDelete, handRename, handRestore, handRewrite, handTweak } from '../hand.ts';
import type { DemoState } from '../project.ts';
import { direct, pullRequest } from '../pullRequest.ts';
import { notebook, notebookCell } from './notebook.ts';
import { dateParsing, errorHandling, testHelper } from './patterns.ts';

/** Days 61 to 112: the growing season, with the three patterns in between. */
export function season(state: DemoState): void {
  testHelper(state, 61, 'plants', false);

  pullRequest(state, { who: 'mate', day: 61, branch: 'explore-rain', title: 'Explore last summer', merge: 'squash' }, (desk) => {
    notebook(desk, 'forecast/explore.ipynb');
    handAdd(desk, 'forecast/rain.py', 1);
    commit(desk, 'Explore last summer');
  });
  errorHandling(state, 65, 'lost connections', false);
  dateParsing(state, 68, 'parseDates', 'spoken dates');
  testHelper(state, 72, 'sensors', false);

  pullRequest(state, { who: 'me', day: 74, branch: 'rain-delay', title: 'Delay waterings before rain', merge: 'merge' }, (desk) => {
    startSession(desk, { root: `${state.root}/.claude/worktrees/rain-delay` });
    aiCreate(desk, 'src/waterings/rainDelay.ts', 5);
    aiRefused(desk, 'src/waterings/rainDelay.ts', 'rejected');
    commit(desk, 'Delay waterings before rain', { trailer: true });
    withSubagent(desk, () => aiCreate(desk, 'test/rainDelay.test.ts', 4));
    commit(desk, 'Test the rain delay', { trailer: true });
    notebookCell(desk, 'forecast/explore.ipynb');
    commit(desk, 'Plot the rain delay');
  }, (desk) => {
    handRewrite(desk, 'src/waterings/rainDelay.ts', 3);
    aiRewrite(desk, 'src/waterings/rainDelay.ts', 1);
    commit(desk, 'Count only rain that reaches the pots');
  });

  direct(state, { who: 'mate', day: 79 }, (desk) => {
    handRename(desk, 'web/styles/', 'web/css/');
    commit(desk, 'Rename web/styles to web/css');
  });
  errorHandling(state, 80, 'valves that do not answer', true);
  testHelper(state, 82, 'zones', true);
  dateParsing(state, 83, 'localTimes', 'local times');

  pullRequest(state, { who: 'me', day: 88, branch: 'plant-groups', title: 'Plant groups', merge: 'squash', trailer: true }, (desk) => {
    aiCreate(desk, 'src/plants/groups.ts', 4);
    aiRewrite(desk, 'src/plants/groups.ts', 0);
    aiRewrite(desk, 'src/plants/groups.ts', 0);
    commit(desk, 'Group plants that drink alike', { trailer: true });
    aiAdd(desk, 'src/plants/targets.ts', 1);
    handRestore(desk, 'src/plants/targets.ts');
    aiAdd(desk, 'test/plants.test.ts', 3);
    commit(desk, 'Test plant groups', { trailer: true });
  }, (desk) => {
    handTweak(desk, 'src/plants/groups.ts', 3);
    commit(desk, 'Smaller groups');
  });

  pullRequest(state, { who: 'mate', day: 89, branch: 'gateway-checksum', title: 'Checksums on the gateway', merge: 'squash', noted: true }, (desk) => {
    aiCreate(desk, 'agent/gateway/checksum.go', 3);
    commit(desk, 'Check every frame');
  });
  testHelper(state, 92, 'waterings', false);
  errorHandling(state, 95, 'gateway restarts', false);

  pullRequest(state, { who: 'me', day: 98, branch: 'handbook', title: 'Handbook for the season', merge: 'merge' }, (desk) => {
    handAdd(desk, 'docs/handbook.md', 2);
    commit(desk, 'Describe seasons');
    aiAdd(desk, 'docs/handbook.md', 4);
    aiCreate(desk, 'docs/troubleshooting.md', 4);
    commit(desk, 'Add troubleshooting');
  }, (desk) => {
    handDelete(desk, 'docs/troubleshooting.md', 1);
    handTweak(desk, 'docs/handbook.md', 2);
    commit(desk, 'Only steps that were tried');
  });
  dateParsing(state, 99, 'dayNames', 'day names');
  testHelper(state, 104, 'forecasts', false);

  pullRequest(state, { who: 'me', day: 106, branch: 'weekly-report', title: 'Weekly water report', merge: 'squash', trailer: true }, (desk) => {
    aiCreate(desk, 'src/waterings/report.ts', 4);
    handAdd(desk, 'src/waterings/report.ts', 2);
    commit(desk, 'Add the weekly water report', { trailer: true });
  });

  pullRequest(state, { who: 'mate', day: 107, branch: 'report-styles', title: 'Style the water report', merge: 'rebase' }, (desk) => {
    handAdd(desk, 'web/css/report.css', 3);
    commit(desk, 'Style the water report');
    handRewrite(desk, 'web/css/cards.css', 3);
    commit(desk, 'Cards that print well');
  });

  pullRequest(state, { who: 'me', day: 109, branch: 'forecast-pages', title: 'Forecasts page by page', merge: 'merge' }, (desk) => {
    aiRewrite(desk, 'src/forecasts/client.ts', 1);
    aiRewrite(desk, 'src/forecasts/client.ts', 2);
    aiRewrite(desk, 'src/forecasts/client.ts', 3);
    commit(desk, 'Read forecasts page by page', { trailer: true });
    aiRewrite(desk, 'src/waterings/rainDelay.ts', 0);
    handTweak(desk, 'src/waterings/rainDelay.ts', 1);
    commit(desk, 'Ask the forecast only once');
  });
}

/** Runs the given work in a subagent's transcript. */
function withSubagent(desk: Desk, work: () => void): void {
  const parent = desk.session ?? startSession(desk);
  startSession(desk, { parent, agentId: desk.random.hex(8) });
  work();
  desk.session = parent;
}
