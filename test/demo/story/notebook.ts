import { startSession } from '../agent.ts';
import { linesOf, pass, replace } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { handText } from '../hand.ts';
import { textOf } from '../line.ts';

const cells = [
  ['import pandas as pd\n', '\n', 'rain = pd.read_csv("rain-2025.csv", parse_dates=["observed_at"])\n', 'rain.describe()'],
  ['weekly = rain.resample("W", on="observed_at")["rain_mm"].sum()\n', 'weekly.plot.bar(figsize=(10, 3))'],
];

/** A small notebook, written by hand. */
export function notebook(desk: Desk, path: string): void {
  const document = {
    cells: cells.map((source, index) => ({ cell_type: 'code', execution_count: null, id: `cell-${index}`, metadata: {}, outputs: [], source })),
    metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5,
  };
  handText(desk, path, `${JSON.stringify(document, null, 1)}\n`);
}

/** The agent replaces the second cell. */
export function notebookCell(desk: Desk, path: string): void {
  const session = desk.session ?? startSession(desk);
  pass(desk, 2, 6);
  const lines = linesOf(desk, path);
  const source = 'monthly = rain.resample("MS", on="observed_at")["rain_mm"].agg(["sum", "max"])\nmonthly.plot.area(figsize=(12, 4), alpha=0.6)';
  const { after } = session.notebookEdit(desk.at, `${desk.root}/${path}`, 'cell-1', source, textOf(lines));
  replace(desk, path, 0, lines.length, after.replace(/\n$/, '').split('\n'), 'ai');
}
