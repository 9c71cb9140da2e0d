import { assumedValues } from '../value/assumptions.ts';
import type { OptionValue } from './command.ts';
import { UsageError } from './usageError.ts';

/** Reads `--assume name=value`, given any number of times; throws a HumanError for unknown names and values out of bounds. */
export function assumeOption(given: OptionValue): Readonly<Record<string, number>> {
  const set = Object.fromEntries((Array.isArray(given) ? given : []).map((text) => pairOf(String(text))));
  assumedValues(set);
  return set;
}

function pairOf(text: string): [string, number] {
  const parts = /^([A-Za-z]\w*)=(-?\d+(?:\.\d+)?)$/.exec(text);
  if (parts === null) throw new UsageError(`--assume '${text}' is no assumption. Write a name and a number, for instance handHours=1.5; report --assumptions lists them.`);
  return [parts[1]!, Number(parts[2])];
}
