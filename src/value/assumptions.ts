import { HumanError } from '../model/humanError.ts';

/** One prior or constant of the method. Within `low` and `high` a person may set it; a changed one is marked wherever results show. */
export interface Assumption {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

const ownChoice = 'our assumption';

/** Every number the estimate takes for granted. Nothing of this kind stands anywhere else in this room. */
export const assumptions = {
  ratioCentre: { label: 'Ratio of hand time to time with AI before any own evidence, logarithm', unit: 'ln', value: 0.1, low: -0.5, high: 0.5, source: 'random-effects pooling of METR 2025 and 2026, Google, Peng, Cui: mean 1.12' },
  ratioSpread: { label: 'Spread of that ratio between people, logarithm', unit: 'ln', value: 0.35, low: 0.15, high: 0.8, source: 'the same pooling, 90% predictive 0.83 to 1.51, widened for other people and tools: 0.62 to 1.97' },
  ratioSpreadWithin: { label: 'Spread of the ratio between one person’s episodes, logarithm', unit: 'ln', value: 0.3, low: 0.1, high: 0.8, source: ownChoice },
  ratioCeiling: { label: 'Highest ratio ever reported', unit: 'times', value: 2.26, low: 1, high: 2.26, source: 'Peng et al. 2023: 55.8% less time, the best published trial' },
  handHours: { label: 'Time for 50 effective lines by hand', unit: 'h', value: 0.91, low: 0.1, high: 5, source: '55 lines an active hour: Brooks, Jones, McConnell lines a day over 0.9 to 1.5 active hours; Google trial 250' },
  handHoursSpread: { label: 'Spread of that time between people, logarithm', unit: 'ln', value: 0.6, low: 0.1, high: 1.2, source: 'the same anchors: 20 to 150 lines an hour' },
  sizePower: { label: 'Growth of hand time with size: power of lines', unit: '1', value: 0.65, low: 0.4, high: 1, source: `${ownChoice}: less than in proportion` },
  sizePowerSpread: { label: 'Spread of that power', unit: '1', value: 0.15, low: 0.02, high: 0.3, source: ownChoice },
  handNoise: { label: 'Spread of hand time between changes of one size, logarithm', unit: 'ln', value: 0.7, low: 0.3, high: 1.2, source: ownChoice },
  handNoiseWeight: { label: 'Weight of that spread against own data', unit: 'episodes', value: 6, low: 3, high: 30, source: ownChoice },
  episodeLines: { label: 'Typical hand-written episode', unit: 'lines', value: 50, low: 10, high: 500, source: ownChoice },
  episodeSpread: { label: 'Spread of episode sizes, logarithm', unit: 'ln', value: 0.8, low: 0.2, high: 1.5, source: ownChoice },
  aiSize: { label: 'How much larger tasks given to AI are, logarithm', unit: 'ln', value: 0.3, low: -0.5, high: 1, source: 'Faros 2025: larger pull requests with AI; the part not due to wordiness is our assumption' },
  aiSizeSpread: { label: 'Spread of that', unit: 'ln', value: 0.5, low: 0, high: 1, source: ownChoice },
  worthKept: { label: 'AI lines a person would have written for the same work', unit: 'successes of a beta', value: 8, low: 1, high: 40, source: `${ownChoice}: mean 0.75 with the next` },
  worthLost: { label: 'AI lines a person would have done without', unit: 'failures of a beta', value: 2.7, low: 0.5, high: 40, source: ownChoice },
  survivalAlive: { label: 'Survival of merged lines over 30 days before any own evidence', unit: 'successes of a beta', value: 3.6, low: 0.5, high: 40, source: 'GitClear: about 6% of new lines revised within two weeks' },
  survivalDead: { label: 'Death of merged lines within 30 days before any own evidence', unit: 'failures of a beta', value: 0.4, low: 0.05, high: 40, source: 'GitClear, as above: mean 0.9 survive' },
  ordinarySurvival30: { label: 'Ordinary survival over 30 days: more earns nothing more', unit: 'share', value: 0.9, low: 0.5, high: 1, source: 'GitClear, as above' },
  ordinarySurvival90: { label: 'Ordinary survival over 90 days', unit: 'share', value: 0.82, low: 0.4, high: 1, source: `${ownChoice}, from the same` },
  unmergedDays: { label: 'When a commit whose branch was never merged counts as not used', unit: 'days', value: 60, low: 14, high: 365, source: ownChoice },
  sumError: { label: 'What sums over uneven changes leave out, logarithm', unit: 'ln', value: 0.2, low: 0, high: 0.5, source: 'measured: without it simulated 90% intervals held the truth 86 to 88% of the time' },
  timeErrorMeasured: { label: 'Error of time measured in the editor, logarithm', unit: 'ln', value: 0.15, low: 0.05, high: 0.5, source: 'spread between idle limits of 60 and 900 s' },
  timeErrorReconstructed: { label: 'Error of time reconstructed from transcripts and commits, logarithm', unit: 'ln', value: 0.3, low: 0.1, high: 0.8, source: `${ownChoice}: twice the measured error` },
  editIdle: { label: 'Longest pause within editing', unit: 's', value: 120, low: 30, high: 900, source: 'WakaTime sends a heartbeat every 2 minutes' },
  readIdle: { label: 'Longest pause within reading and watching', unit: 's', value: 300, low: 60, high: 900, source: ownChoice },
  usualSlack: { label: 'How far above the person’s usual a week’s lines an hour count fully as a difference', unit: 'standard deviations', value: 1, low: 0.5, high: 3, source: `${ownChoice}: volume is easy to add` },
  usualDown: { label: 'How much of a week below the person’s usual lines an hour counts', unit: 'share', value: 0.5, low: 0, high: 1, source: `${ownChoice}: enough that idle hours never pay` },
  surpriseFrom: { label: 'From where on surprisingly many lines an hour count less', unit: 'standard deviations', value: 1, low: 0.5, high: 3, source: 'Hampel’s three-part rule, stricter: lines are easy to add' },
  surpriseTo: { label: 'From where on they count nothing', unit: 'standard deviations', value: 2.5, low: 2, high: 6, source: 'Hampel’s three-part rule, stricter: lines are easy to add' },
  missingFrom: { label: 'From where on surprisingly many lines in few hours let expect hours that were not seen', unit: 'standard deviations', value: 1.64, low: 1, high: 3, source: `${ownChoice}: honest weeks are seldom so dense and so short at once` },
  staleSpread: { label: 'Growing doubt about the own pace after 90 days without hand-written work', unit: 'ln a root month', value: 0.1, low: 0, high: 0.5, source: ownChoice },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof assumptions;
export type AssumptionValues = Readonly<Record<AssumptionName, number>>;

/** The table's own values, with what a person set instead; throws a HumanError outside the bounds. */
export function assumedValues(set: Readonly<Partial<Record<string, number>>> = {}): AssumptionValues {
  const values = Object.fromEntries(Object.entries(assumptions).map(([name, { value }]) => [name, value as number]));
  for (const [name, value] of Object.entries(set)) {
    if (value === undefined) continue;
    const known = Object.hasOwn(assumptions, name) ? assumptions[name as AssumptionName] : undefined;
    if (known === undefined) throw new HumanError(`There is no assumption called ${name}. Choose from: ${Object.keys(assumptions).join(', ')}.`);
    if (!(value >= known.low && value <= known.high)) throw new HumanError(`${known.label}: ${value} is outside ${known.low} to ${known.high} (${known.unit}). Set ${name} within these bounds.`);
    values[name] = value;
  }
  return values as AssumptionValues;
}

/** Names of the assumptions that a person changed. */
export function changedAssumptions(values: AssumptionValues): AssumptionName[] {
  return (Object.keys(assumptions) as AssumptionName[]).filter((name) => values[name] !== assumptions[name].value);
}
