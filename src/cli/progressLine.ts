import type { Clock } from '../model/time.ts';
import type { ProgressStep } from '../model/project.ts';
import { number, percent } from '../report/words.ts';
import type { Terminal } from './terminal.ts';

export interface ProgressLine {
  readonly report: (step: ProgressStep) => void;
  /** Takes the line away again. */
  readonly clear: () => void;
}

const shortestPause = 100;
const eraseLine = '\r\u001b[K';

/** One line on stderr that tells how far the work is; nothing at all when stderr is no terminal. */
export function progressLine(terminal: Terminal, now: Clock): ProgressLine {
  let shownAt = -Infinity;
  let shownName = '';
  return {
    report: ({ name, done, total }) => {
      if (!terminal.errIsTerminal || (name === shownName && now() - shownAt < shortestPause)) return;
      shownAt = now();
      shownName = name;
      const far = total === null || total === 0 ? (done > 0 ? ` ${number(done)}` : '') : ` ${percent(Math.min(1, done / total))}`;
      terminal.err(`${eraseLine}${name}${far}`);
    },
    clear: () => {
      if (shownName !== '') terminal.err(eraseLine);
      shownName = '';
    },
  };
}
