import { aiAdd, aiCreate, aiRefused, aiRewrite, aiText, startSession } from '../agent.ts';
import { commit, linesOf } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { handAdd, handDelete, handMove, handRename, handRestore, handRewrite, handTweak, runFormatter } from '../hand.ts';
import type { DemoState } from '../project.ts';
import { direct, pullRequest, revert } from '../pullRequest.ts';

/** Days 31 to 60: features, a formatter run, a rename, a moved block, a revert that is itself reverted. */
export function growth(state: DemoState): void {
  pullRequest(state, { who: 'me', day: 31, branch: 'forecast-client', title: 'Use the rain forecast', merge: 'squash', trailer: true }, (desk) => {
    const first = startSession(desk);
    aiCreate(desk, 'src/forecasts/client.ts', 4);
    commit(desk, 'Fetch forecasts', { trailer: true });
    first.compactBoundary(desk.at);
    startSession(desk, { parent: first });
    aiAdd(desk, 'src/forecasts/client.ts', 2);
    aiRewrite(desk, 'src/forecasts/client.ts', 4);
    commit(desk, 'Cache forecasts for an hour', { trailer: true });
  }, (desk) => {
    handRewrite(desk, 'src/forecasts/client.ts', 0);
    commit(desk, 'Ask for the garden, not the city');
  });

  pullRequest(state, { who: 'mate', day: 33, branch: 'bus-polling', title: 'Poll the bus gently', merge: 'rebase' }, (desk) => {
    handAdd(desk, 'agent/gateway/poll.go', 3);
    commit(desk, 'Poll with a ticker');
    handTweak(desk, 'agent/gateway/bus.go', 3);
    commit(desk, 'Longer pauses on the bus');
  });

  pullRequest(state, { who: 'me', day: 36, branch: 'balcony-view', title: 'Balcony view', merge: 'squash' }, (desk) => {
    aiCreate(desk, 'web/styles/balcony.css', 6);
    aiCreate(desk, 'web/views/balcony.ts', 3);
    commit(desk, 'Add the balcony view');
    handAdd(desk, 'web/views/balcony.ts', 2);
    commit(desk, 'Sort the balcony by light');
  }, (desk) => {
    handDelete(desk, 'web/styles/balcony.css', 2);
    handTweak(desk, 'web/styles/balcony.css', 3);
    commit(desk, 'Quieter colours');
  });

  pullRequest(state, { who: 'mate', day: 39, branch: 'rain-bias', title: 'Correct the forecast bias', merge: 'squash', noted: true }, (desk) => {
    aiCreate(desk, 'forecast/bias.py', 3);
    handTweak(desk, 'forecast/rain.py', 2);
    commit(desk, 'Correct the bias by month');
  });

  pullRequest(state, { who: 'me', day: 40, branch: 'zone-pressure', title: 'Watch the pressure', merge: 'merge' }, (desk) => {
    handAdd(desk, 'src/zones/pressure.ts', 2);
    aiAdd(desk, 'src/zones/pressure.ts', 3);
    aiRefused(desk, 'src/zones/pressure.ts', 'interrupted');
    aiRewrite(desk, 'src/zones/pressure.ts', -1);
    commit(desk, 'Watch pressure while a valve is open');
    aiAdd(desk, 'test/zones.test.ts', 3);
    commit(desk, 'Test pressure limits', { trailer: true });
  }, (desk) => {
    aiRewrite(desk, 'src/zones/pressure.ts', 2);
    commit(desk, 'Smooth the pressure first', { trailer: true });
  });

  direct(state, { who: 'me', day: 45 }, (desk) => {
    runFormatter(desk, 'src/');
    commit(desk, 'Format src with tabs');
  });

  pullRequest(state, { who: 'me', day: 46, branch: 'sensor-drift', title: 'Rename calibration to drift', merge: 'rebase' }, (desk) => {
    handRename(desk, 'src/sensors/calibration.ts', 'src/sensors/drift.ts');
    handTweak(desk, 'src/sensors/drift.ts', 1);
    commit(desk, 'Rename calibration to drift');
    aiAdd(desk, 'src/sensors/drift.ts', 2);
    commit(desk, 'Predict drift from temperature', { trailer: true });
  });

  const snooze = pullRequest(state, { who: 'me', day: 48, branch: 'snooze-overnight', title: 'Snooze alerts overnight', merge: 'squash' }, (desk) => {
    aiCreate(desk, 'src/alerts/snooze.ts', 3);
    commit(desk, 'Snooze alerts overnight', { trailer: true });
  });
  const taken = direct(state, { who: 'mate', day: 50 }, (desk) => void revert(desk, snooze, 'Frost alerts were lost last night.'));
  direct(state, { who: 'me', day: 51 }, (desk) => void revert(desk, taken, 'It was the gateway clock; snoozing is fine.'));

  pullRequest(state, { who: 'mate', day: 50, branch: 'dashboard-grid', title: 'Dashboard on small screens', merge: 'merge' }, (desk) => {
    handAdd(desk, 'web/styles/grid.css', 5);
    commit(desk, 'One column on small screens');
    handRewrite(desk, 'web/styles/cards.css', 1);
    commit(desk, 'Cards without fixed heights');
  });

  pullRequest(state, { who: 'me', day: 53, branch: 'soak-times', title: 'Soak times apart from planning', merge: 'squash' }, (desk) => {
    handMove(desk, 'src/waterings/planner.ts', 4, 'src/waterings/soak.ts');
    handMove(desk, 'src/waterings/planner.ts', 4, 'src/waterings/soak.ts');
    commit(desk, 'Move soak times to their own file');
    aiAdd(desk, 'src/waterings/soak.ts', 2);
    commit(desk, 'Soak longer on slopes');
  }, (desk) => {
    handTweak(desk, 'src/waterings/soak.ts', 2);
    commit(desk, 'Shorter soaks after rain');
  });

  pullRequest(state, { who: 'me', day: 57, branch: 'typed-client', title: 'Generate API types', merge: 'squash', trailer: true }, (desk) => {
    aiCreate(desk, 'src/generated/apiTypes.ts', 6);
    aiCreate(desk, 'web/views/zones.ts', 3);
    commit(desk, 'Generate API types', { trailer: true });
    aiCreate(desk, 'src/api/openApi.ts', 3);
    handRestore(desk, 'src/api/openApi.ts');
    aiAdd(desk, 'web/views/zones.ts', 1);
    commit(desk, 'Use the generated types in the zone view', { trailer: true });
  });

  direct(state, { who: 'me', day: 59 }, (desk) => {
    pinDependency(desk);
    commit(desk, 'Update packages');
  });
}

/** The agent changes one version in the lock file. */
function pinDependency(desk: Desk): void {
  const path = 'package-lock.json';
  const lines = linesOf(desk, path);
  const index = lines.findIndex(({ text }) => text.includes('mqtt-lite'));
  aiText(desk, path, index, index + 1, [(lines[index]?.text ?? '').replace(/"version": "[^"]*"/, '"version": "10.2.0"')]);
}
