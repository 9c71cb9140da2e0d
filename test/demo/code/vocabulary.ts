import type { Random } from '../../fixtures/random.ts';

/** A thing the product knows, with the numbers it carries. */
export type Entity = {
  type: string;
  one: string;
  many: string;
  fields: readonly Field[];
};

/** A numeric property: name, unit in messages, and the range of sensible values. */
export type Field = { name: string; unit: string; low: number; high: number };

const field = (name: string, unit: string, low: number, high: number): Field => ({ name, unit, low, high });

export const entities: readonly Entity[] = [
  {
    type: 'Plant', one: 'plant', many: 'plants', fields: [
      field('moistureTarget', '%', 18, 72), field('potLitres', 'l', 1, 40), field('lightHours', 'h', 2, 14),
      field('leafArea', 'cm²', 40, 2200), field('thirst', '', 1, 9),
    ],
  },
  {
    type: 'Sensor', one: 'sensor', many: 'sensors', fields: [
      field('batteryLevel', '%', 4, 100), field('driftPerDay', '%', 1, 6), field('offset', '%', 1, 12),
      field('sampleCount', '', 12, 480), field('lastSeenMinutes', 'min', 5, 180),
    ],
  },
  {
    type: 'Zone', one: 'zone', many: 'zones', fields: [
      field('flowRate', 'l/min', 2, 18), field('areaM2', 'm²', 1, 60), field('pressureBar', 'bar', 1, 6),
      field('priority', '', 1, 5), field('slopeDegrees', '°', 1, 25),
    ],
  },
  {
    type: 'Forecast', one: 'forecast', many: 'forecasts', fields: [
      field('rainMm', 'mm', 1, 45), field('humidity', '%', 20, 98), field('cloudCover', '%', 5, 100),
      field('windKph', 'km/h', 3, 80), field('highCelsius', '°C', 8, 38),
    ],
  },
  {
    type: 'Watering', one: 'watering', many: 'waterings', fields: [
      field('litres', 'l', 1, 60), field('durationSec', 's', 20, 1800), field('delaySec', 's', 5, 600),
      field('pulses', '', 1, 8), field('soakMinutes', 'min', 3, 45),
    ],
  },
  {
    type: 'Alert', one: 'alert', many: 'alerts', fields: [
      field('severity', '', 1, 5), field('ageMinutes', 'min', 5, 720), field('repeats', '', 1, 12),
      field('snoozeHours', 'h', 1, 24), field('escalationLevel', '', 1, 4),
    ],
  },
];

export const qualities = [
  'thirsty', 'recent', 'stale', 'urgent', 'quiet', 'usable', 'suspect', 'dry', 'eligible', 'overdue', 'shaded', 'sunny', 'steady', 'active',
  'healthy', 'noisy', 'faulty', 'pending', 'skipped', 'balanced', 'outdoor', 'potted', 'seasonal', 'paused', 'shared', 'remote', 'nearby', 'late',
] as const;

/** A field's name as words: `driftPerDay` becomes `drift per day`. */
export function words(name: string): string {
  return name.replace(/([A-Z])/g, ' $1').toLowerCase().trim();
}

export function snake(name: string): string {
  return words(name).replaceAll(' ', '_');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Which entity a path is about; any of them when the path does not say. */
export function entityFor(path: string, random: Random): Entity {
  return entities.find(({ one, many }) => path.includes(many) || path.includes(one)) ?? random.pick(entities);
}

/** Everything a recipe draws on for one function. */
export type Draw = {
  random: Random;
  entity: Entity;
  /** Two different fields of the entity. */
  a: Field;
  b: Field;
  quality: string;
};

export function draw(path: string, random: Random): Draw {
  const entity = entityFor(path, random);
  const [a, b] = random.shuffle(entity.fields);
  if (!a || !b) throw new Error(`${entity.type} has too few fields`);
  return { random, entity, a, b, quality: random.pick(qualities) };
}

/** A value inside a field's range. */
export function value(field: Field, random: Random): number {
  return random.int(field.low, field.high);
}
