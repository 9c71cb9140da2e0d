import { wrap } from '../report/textLayout.ts';
import { type AssumptionName, assumptions, type AssumptionValues } from '../value/assumptions.ts';

/** One assumption with its bounds, for `report --assumptions --json`. */
export interface ListedAssumption {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly published: number;
  readonly low: number;
  readonly high: number;
  readonly changed: boolean;
  readonly source: string;
}

/** Every assumption of the method, with the values that are used. */
export function listedAssumptions(values: AssumptionValues): ListedAssumption[] {
  return (Object.keys(assumptions) as AssumptionName[]).map((name) => {
    const { label, unit, value, low, high, source } = assumptions[name];
    return { name, label, unit, value: values[name], published: value, low, high, changed: values[name] !== value, source };
  });
}

/** The same for a terminal. */
export function assumptionsText(listed: readonly ListedAssumption[]): string {
  const one = ({ name, label, unit, value, published, low, high, changed, source }: ListedAssumption): string[] => [
    `${name} = ${value}${unit === '1' ? '' : ` ${unit}`}${changed ? `  (changed; published ${published})` : ''}  [${low} to ${high}]`,
    wrap(`${label} (${source}).`, '    '),
  ];
  return ['What the hours take for granted. Set one with --assume NAME=VALUE, within its bounds.', '', ...listed.flatMap(one)].join('\n') + '\n';
}
