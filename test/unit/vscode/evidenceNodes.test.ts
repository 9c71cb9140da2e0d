import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EvidenceLine } from '../../../src/model/evidenceLine.ts';
import { fates } from '../../../src/model/fate.ts';
import { type EvidenceNode, evidenceNodes } from '../../../src/vscode/evidenceNodes.ts';

const at = Date.UTC(2026, 2, 3, 14, 5);

function line(fields: Partial<EvidenceLine>): EvidenceLine {
  return {
    path: 'src/a.ts', line: 4, commit: 'c'.repeat(40), contribution: 'c1', tool: 'claude', grade: 'recorded', mine: true, writtenAt: at, stage: 'merged', fate: 'kept', cause: null, retained: 1,
    diedAt: null, diedCommit: null, pathNow: 'src/a.ts', lineNow: 6, session: 's1', contributionAt: at, contributionPath: 'src/a.ts', ordinal: 0, ...fields,
  };
}

function leaves(nodes: readonly EvidenceNode[]): EvidenceNode[] {
  return nodes.flatMap((node) => (node.children.length === 0 ? [node] : leaves(node.children)));
}

const anyLine = fc
  .record({ session: fc.constantFrom('s1', 's2'), contribution: fc.constantFrom('c1', 'c2', 'c3'), ordinal: fc.nat(500), fate: fc.constantFrom(...fates), pathNow: fc.constantFrom('src/a.ts', 'b.ts', null), contributionAt: fc.nat(1e12) })
  .map((fields) => line({ ...fields, contribution: `${fields.session}${fields.contribution}` }));
const anyLines = fc.uniqueArray(anyLine, { selector: ({ contribution, ordinal }) => `${contribution} ${ordinal}`, maxLength: 40 });

describe('evidenceNodes', () => {
  it('holds every line once, four levels deep, each with an id of its own', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const found = leaves(evidenceNodes(lines));
        assert.deepEqual(new Set(found.map((node) => node.line)), new Set(lines));
        assert.equal(found.length, lines.length);
        const all = (nodes: readonly EvidenceNode[]): string[] => nodes.flatMap(({ id, children }) => [id, ...all(children)]);
        const ids = all(evidenceNodes(lines));
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it('shows the newest session first', () => {
    const nodes = evidenceNodes([line({ session: 'old', contribution: 'c1' }), line({ session: 'new', contribution: 'c2', contributionAt: at + 1e7 })]);
    assert.deepEqual(nodes.map(({ id }) => id), ['new', 'old']);
  });

  it('tells in words what became of a line', () => {
    const told = (fields: Partial<EvidenceLine>): string => leaves(evidenceNodes([line(fields)]))[0]!.description;
    assert.equal(told({}), 'kept');
    assert.equal(told({ fate: 'edited', cause: 'me', retained: 0.75 }), 'edited by me, 75% kept');
    assert.equal(told({ fate: 'rewritten', cause: 'someone else', diedAt: at }), 'rewritten by someone else, 3 Mar 2026');
    assert.equal(told({ fate: 'deleted', cause: 'unknown', diedAt: at }), 'deleted, by whom is unknown, 3 Mar 2026');
    assert.equal(told({ fate: 'pending', pathNow: null }), 'not in a commit yet');
  });

  it('names a line where it is now, or where it was', () => {
    const label = (fields: Partial<EvidenceLine>): string => leaves(evidenceNodes([line(fields)]))[0]!.label;
    assert.deepEqual([label({}), label({ lineNow: null }), label({ lineNow: null, line: null, ordinal: 2 })], ['Line 6', 'Line 4', 'Line 3 of the edit']);
  });
});
