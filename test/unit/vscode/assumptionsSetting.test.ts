import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { assumptions } from '../../../src/value/assumptions.ts';
import { settingNames } from '../../../src/vscode/names.ts';

/** What package.json must say about the assumptions: every one, with its bounds, its unit and its source. */
function wanted(): Record<string, unknown> {
  const properties = Object.entries(assumptions).map(([name, { label, unit, value, low, high, source }]) => {
    const told = unit === '1' ? `${value}` : `${value} ${unit}`;
    return [name, { type: 'number', minimum: low, maximum: high, description: `${label}. Published: ${told}, from ${low} to ${high} (${source}).` }];
  });
  return {
    type: 'object',
    default: {},
    scope: 'application',
    ignoreSync: true,
    additionalProperties: false,
    properties: Object.fromEntries(properties) as unknown,
    markdownDescription: 'Numbers that the estimate of hours takes for granted, set by you within their bounds. A changed one is marked wherever hours show. `docs/method.md` says what each is for.',
  };
}

describe('the setting of assumptions', () => {
  it('is generated from the table of assumptions', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { configuration: { properties: Record<string, unknown> } } };
    const { properties } = manifest.contributes.configuration;
    if (process.env['UPDATE_GOLDEN'] === '1') {
      properties[settingNames.assumptions] = wanted();
      writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    }
    assert.deepEqual(properties[settingNames.assumptions], wanted(), 'package.json differs from src/value/assumptions.ts; run this test with UPDATE_GOLDEN=1');
  });
});
