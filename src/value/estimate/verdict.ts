import type { Verdict } from '../../model/valueSections.ts';

/** With fewer AI episodes nothing is said of gain or loss. */
export const fewestAiEpisodes = 5;
/** Hours are told of shorter windows too; a verdict only from four weeks on. */
export const shortestVerdictDays = 28;

/**
 * A word only when the odds are nine to one. A gain that rests on surprisingly many lines needs nineteen to one: lines
 * are what can be added without work.
 */
export function verdictOf(pPositive: number, aiEpisodes: number, surprising: boolean): Verdict {
  if (aiEpisodes < fewestAiEpisodes) return 'not enough evidence';
  if (pPositive >= (surprising ? 0.95 : 0.9)) return 'gain';
  return pPositive <= 0.1 ? 'loss' : 'cannot tell';
}
