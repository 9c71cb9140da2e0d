import assert from 'node:assert/strict';
import { HumanError } from '../../../src/model/humanError.ts';
import { day } from '../../../src/model/time.ts';
import { lastWeeks, startOfWeek } from '../../../src/report/week.ts';
import { parseInstant, parseSince, placeWindow } from '../../../src/report/window.ts';

const asOf = Date.UTC(2026, 2, 6, 12);

describe('window', () => {
  it('reads lengths, dates and all', () => {
    assert.deepEqual(parseSince('90d'), { length: 90 * day });
    assert.deepEqual(parseSince('2w'), { length: 14 * day });
    assert.deepEqual(parseSince('2026-01-31'), { at: Date.UTC(2026, 0, 31) });
    assert.equal(parseSince('all'), 'all');
    for (const text of ['', '0d', '9', '90 d', 'yesterday', '-3d', '2026-02-30', '2026-13-01']) assert.throws(() => parseSince(text), HumanError, text);
  });

  it('reads times with and without a zone', () => {
    assert.equal(parseInstant('2026-01-31T18:00Z'), Date.UTC(2026, 0, 31, 18));
    assert.equal(parseInstant('2026-01-31T18:00:00.250+02:00'), Date.UTC(2026, 0, 31, 16, 0, 0, 250));
    assert.equal(parseInstant('2026-01-31 18:00:00+0200'), Date.UTC(2026, 0, 31, 16));
    assert.equal(parseInstant('2026-01-31T18:00'), Date.UTC(2026, 0, 31, 18));
    assert.equal(parseInstant('2026-01-31T25:00Z'), null);
    assert.equal(parseInstant('31.1.2026'), null);
  });

  it('lies before now when there was activity', () => {
    const window = placeWindow({ since: { length: 90 * day }, asOf }, [asOf - 200 * day, asOf - 80 * day]);
    assert.deepEqual([window.since, window.until, window.endsAtLastActivity], [asOf - 90 * day, asOf, false]);
  });

  it('is moved back, whole, when there was none; activity after now does not count', () => {
    const last = Date.UTC(2025, 5, 1, 12);
    const window = placeWindow({ since: { length: 90 * day }, asOf }, [last, asOf + 3 * day]);
    assert.deepEqual([window.since, window.until, window.endsAtLastActivity], [last + day / 2 - 90 * day, last + day / 2, true]);
  });

  it('a start that was named is kept', () => {
    const window = placeWindow({ since: { at: asOf - 5 * day }, asOf }, [asOf - 50 * day]);
    assert.deepEqual([window.since, window.until, window.endsAtLastActivity], [asOf - 5 * day, asOf, false]);
  });

  it('all begins on the day of the first activity', () => {
    assert.equal(placeWindow({ since: 'all', asOf }, [asOf - 400 * day, asOf - day]).since, asOf - 400 * day - day / 2);
  });

  it('weeks begin on Monday', () => {
    assert.equal(new Date(startOfWeek(asOf)).toISOString(), '2026-03-02T00:00:00.000Z');
    assert.equal(startOfWeek(startOfWeek(asOf)), startOfWeek(asOf));
    assert.equal(startOfWeek(startOfWeek(asOf) - 1), startOfWeek(asOf) - 7 * day);
    const weeks = lastWeeks(asOf, 12);
    assert.deepEqual([weeks.length, weeks.at(-1), weeks[0]], [12, startOfWeek(asOf), startOfWeek(asOf) - 77 * day]);
  });
});
