import { aiAdd, aiCreate, aiRefused, aiRewrite, aiText, startSession } from '../agent.ts';
import { commit } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { handAdd, handDelete, handRestore, handRewrite, handText, handTweak } from '../hand.ts';
import type { DemoState } from '../project.ts';
import { direct, pullRequest } from '../pullRequest.ts';

/** Days 1 to 30: hand-written beginnings, and the first work with the agent. */
export function foundation(state: DemoState): void {
  pullRequest(state, { who: 'me', day: 1, branch: 'zone-queries', title: 'Zone queries', merge: 'merge', pruned: true }, (desk) => {
    handAdd(desk, 'src/zones/zones.ts', 3);
    commit(desk, 'Query zones by priority');
    handAdd(desk, 'src/zones/zones.ts', 2);
    handAdd(desk, 'test/zones.test.ts', 3);
    commit(desk, 'Test zone queries');
  }, (desk) => {
    handTweak(desk, 'src/zones/zones.ts', 2);
    commit(desk, 'Name the limits');
  });

  pullRequest(state, { who: 'mate', day: 3, branch: 'gateway-bus', title: 'Gateway bus', merge: 'merge', pruned: true }, (desk) => {
    handAdd(desk, 'agent/gateway/bus.go', 3);
    commit(desk, 'Talk to the valve bus');
    handAdd(desk, 'agent/gateway/frames.go', 3);
    commit(desk, 'Encode frames for the gateway');
  });

  pullRequest(state, { who: 'me', day: 5, branch: 'moisture-targets', title: 'Moisture targets for each plant', merge: 'squash', trailer: true, pruned: true }, (desk) => {
    aiCreate(desk, 'src/plants/targets.ts', 4);
    aiRefused(desk, 'src/plants/targets.ts', 'rejected');
    commit(desk, 'Add moisture targets', { trailer: true });
    aiCreate(desk, 'test/plants.test.ts', 4);
    handTweak(desk, 'src/plants/targets.ts', 1);
    commit(desk, 'Test moisture targets', { trailer: true });
  }, (desk) => {
    handRewrite(desk, 'src/plants/targets.ts', 1);
    commit(desk, 'Say why a target is refused');
  });

  pullRequest(state, { who: 'mate', day: 8, branch: 'dashboard-cards', title: 'Dashboard cards', merge: 'rebase' }, (desk) => {
    handAdd(desk, 'web/styles/cards.css', 5);
    commit(desk, 'Lay out plant cards');
    handAdd(desk, 'web/styles/meters.css', 4);
    commit(desk, 'Show moisture meters');
  });

  pullRequest(state, { who: 'me', day: 9, branch: 'sensor-calibration', title: 'Sensor calibration', merge: 'squash' }, (desk) => {
    aiCreate(desk, 'src/sensors/calibration.ts', 3);
    aiAdd(desk, 'src/sensors/calibration.ts', 2);
    commit(desk, 'Calibrate against a dry and a wet reading');
    aiCreate(desk, 'test/sensors.test.ts', 3);
    handAdd(desk, 'test/sensors.test.ts', 1);
    commit(desk, 'Test calibration');
  }, (desk) => {
    handTweak(desk, 'src/sensors/calibration.ts', 3);
    handDelete(desk, 'src/sensors/calibration.ts', 2);
    commit(desk, 'Drop the unused drift table');
  });

  pullRequest(state, { who: 'mate', day: 11, branch: 'rain-forecast', title: 'Nightly rain forecast', merge: 'merge' }, (desk) => {
    aiCreate(desk, 'forecast/rain.py', 4);
    commit(desk, 'Score rain forecasts', { noted: true });
    handAdd(desk, 'forecast/rain.py', 2);
    aiCreate(desk, 'docs/forecast.md', 3);
    commit(desk, 'Describe the forecast job', { noted: true });
  });

  pullRequest(state, { who: 'me', day: 15, branch: 'watering-planner', title: 'Plan waterings', merge: 'squash', trailer: true }, (desk) => {
    aiCreate(desk, 'src/waterings/planner.ts', 5);
    aiRewrite(desk, 'src/waterings/planner.ts', 1);
    aiRewrite(desk, 'src/waterings/planner.ts', 3);
    aiRefused(desk, 'src/waterings/planner.ts', 'failed');
    commit(desk, 'Plan a day of waterings', { trailer: true });
    startSession(desk);
    aiAdd(desk, 'src/waterings/planner.ts', 3);
    aiCreate(desk, 'src/waterings/budget.ts', 3);
    handRestore(desk, 'src/waterings/budget.ts');
    commit(desk, 'Spread pulses over the morning', { trailer: true });
    aiCreate(desk, 'test/waterings.test.ts', 5);
    commit(desk, 'Test the planner', { trailer: true });
  }, (desk) => {
    aiRewrite(desk, 'src/waterings/planner.ts', 2);
    handTweak(desk, 'src/waterings/planner.ts', 2);
    commit(desk, 'Respect the soak time', { trailer: true });
  });

  direct(state, { who: 'me', day: 20 }, (desk) => {
    handAdd(desk, 'docs/handbook.md', 3);
    commit(desk, 'Start the handbook');
  });

  pullRequest(state, { who: 'mate', day: 19, branch: 'valve-limits', title: 'Limits for valves', merge: 'squash', noted: true }, (desk) => {
    aiCreate(desk, 'agent/valves/limits.go', 4);
    commit(desk, 'Clamp what the valves are told');
    handTweak(desk, 'agent/gateway/frames.go', 2);
    commit(desk, 'Wider frames');
  });

  pullRequest(state, { who: 'me', day: 22, branch: 'plant-api', title: 'Plants over HTTP', merge: 'merge' }, (desk) => {
    handAdd(desk, 'src/api/plants.ts', 2);
    commit(desk, 'Answer plant queries');
    aiAdd(desk, 'src/api/plants.ts', 3);
    aiLockFile(desk);
    commit(desk, 'Filter plants by light and pot');
    aiCreate(desk, 'test/api.test.ts', 4);
    commit(desk, 'Test the plant routes', { trailer: true });
  }, (desk) => {
    handRewrite(desk, 'src/api/plants.ts', -1);
    handTweak(desk, 'test/api.test.ts', 2);
    commit(desk, 'Answer 400 for broken numbers');
  });

  direct(state, { who: 'mate', day: 26 }, (desk) => {
    handAdd(desk, 'web/styles/meters.css', 2);
    commit(desk, 'Meter colours for colour-blind eyes');
  });

  pullRequest(state, { who: 'me', day: 27, branch: 'alert-rules', title: 'Alert rules', merge: 'rebase' }, (desk) => {
    aiCreate(desk, 'src/alerts/rules.ts', 4);
    commit(desk, 'Raise alerts for dry beds', { trailer: true });
    handAdd(desk, 'src/alerts/rules.ts', 2);
    commit(desk, 'Snooze alerts');
  });
}

/** A lock file the agent filled: written by AI, but nobody's code. */
function aiLockFile(desk: Desk): void {
  const packages = ['fast-router', 'tiny-sql', 'soil-units', 'mqtt-lite', 'rrule-mini', 'leaf-chart', 'wet-bulb', 'port-probe'];
  const entries = packages.map((name) =>
    `    "node_modules/${name}": { "version": "${desk.random.int(1, 9)}.${desk.random.int(0, 30)}.0", "integrity": "sha512-${desk.random.hex(40)}" },`);
  handText(desk, 'package-lock.json', ['{', '  "name": "fernwater",', '  "lockfileVersion": 3,', '  "packages": {', '  }', '}', ''].join('\n'));
  aiText(desk, 'package-lock.json', 4, 4, entries);
}
