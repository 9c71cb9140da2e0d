import { loadavg } from 'node:os';
import { whyNotHere } from '../../workbench/platform.ts';
import { newest, vscodeNumber } from '../../workbench/vscodeVersions.ts';
import { atOtherSize, type Figure, limited, missing } from '../figure.ts';
import { noRealTeam } from '../history/realTeam.ts';
import { hostTimes } from '../hostTimes.ts';
import { median } from '../pairs.ts';
import type { BenchRow } from '../row.ts';

const names = {
  activation: 'activation in the extension host',
  paint: 'side bar drawn after reveal, our part',
  p99: 'event-loop delay of the host in the first scan, p99',
  max: 'event-loop delay of the host in the first scan, longest',
} as const;
const limits = { activation: 30, paint: 100, p99: 20, max: 20 } as const;
const parts = Object.keys(names) as readonly (keyof typeof names)[];

/** What the extension asks of VS Code's extension host, measured inside it. */
export const hostRows: BenchRow = {
  name: 'extension-host',
  measure: async (bench) => {
    const why = whyNotHere();
    if (why !== undefined) return parts.map((part) => missing(names[part], 'ms', `≤ ${limits[part]} ms`, why));
    const { times, real } = await hostTimes(bench.cli().folder, bench.say);
    const { activation, paints, reveals, idle, scan, sessions } = times;
    const load = `load ${loadavg()[0]!.toFixed(1)}`;
    const figure = (part: keyof typeof names, value: number, note: string): Figure => limited({ name: names[part], value, unit: 'ms', limit: limits[part], note: `${note}; ${load}` });
    const scanned = `scan of ${sessions} sessions, ${(scan.during / 1000).toFixed(1)} s, of which the host's thread used ${scan.cpu.toFixed(0)} ms (idle: ${(idle.cpu / idle.during * 1000).toFixed(0)} ms a second)`;
    const delays = [
      figure('p99', scan.p99, `${scanned}; ${idle.p99.toFixed(1)} ms while idle`),
      figure('max', scan.max, `${scanned}; ${idle.max.toFixed(1)} ms while idle`),
    ];
    return [
      figure('activation', activation, `VS Code ${vscodeNumber(newest)}, without loading the bundle`),
      figure('paint', median(paints), `filled, median of ${paints.length}, longest ${Math.max(...paints).toFixed(0)} ms; with VS Code's part ${median(reveals).toFixed(0)} ms`),
      ...(real ? delays : delays.map((delay) => atOtherSize(delay, `demo project: ${noRealTeam}`))),
    ];
  },
};
