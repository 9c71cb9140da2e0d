import assert from 'node:assert/strict';
import type { AcceptedDay } from '../../../src/model/acceptedDay.ts';
import { day } from '../../../src/model/time.ts';
import { afterAccept, afterAcceptWords } from '../../../src/report/afterAccept.ts';
import { buildReport } from '../../../src/report/buildReport.ts';
import { asOf, madeUpFacts } from './madeUpFacts.ts';

describe('accepted text, minutes later', () => {
  const one = (fields: Partial<AcceptedDay>): AcceptedDay => ({ day: asOf, source: 'editor', tool: 'copilot', seconds: 300, characters: 100, kept: 80, ...fields });
  const window = { since: asOf - 10 * day, until: asOf };

  it('is summed over the days and tools of the window', () => {
    const days = [one({}), one({ tool: 'continue', kept: 20 }), one({ seconds: 30, kept: 90 }), one({ day: asOf - 30 * day }), one({ day: asOf + 3 * day })];
    assert.deepEqual(afterAccept(days, window), [{ seconds: 30, characters: 100, kept: 90 }, { seconds: 300, characters: 200, kept: 100 }]);
    assert.equal(afterAccept([one({ day: asOf - 30 * day })], window), null);
  });

  it('is one sentence, and none where nothing was seen', () => {
    const { stages } = buildReport(madeUpFacts(), { since: 'all', asOf });
    assert.equal(afterAcceptWords({ ...stages, afterAccept: null }), null);
    assert.equal(afterAcceptWords({ ...stages, afterAccept: [{ seconds: 30, characters: 5, kept: 5 }] }), null);
    assert.equal(afterAcceptWords({ ...stages, afterAccept: [{ seconds: 300, characters: 8, kept: 2 }, { seconds: 900, characters: 4, kept: 1 }] }), 'Still there 5 minutes after being accepted in the editor: 25% of 8 characters (25% after 15 minutes).');
  });
});
