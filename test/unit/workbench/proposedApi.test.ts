import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { withStockRule } from '../../workbench/proposedApi.ts';

const always = 'function a$(e,t){return!0}function b(e){return a$(e,"textDocumentChangeReason")}';

describe('the rule for proposed APIs', () => {
  it('answers yes only for what the extension declares', () => {
    const allowed = runInNewContext(`${withStockRule(always)};b`) as (extension: object) => boolean;
    assert.equal(allowed({}), false);
    assert.equal(allowed({ enabledApiProposals: ['other'] }), false);
    assert.equal(allowed({ enabledApiProposals: ['textDocumentChangeReason'] }), true);
  });

  it('leaves other functions that always say yes alone', () => {
    const other = `function c(e,t){return!0}${always}`;
    assert.match(withStockRule(other), /function c\(e,t\)\{return!0\}/);
  });

  it('leaves a bundle alone that has the stock rule', () => {
    assert.equal(withStockRule(withStockRule(always)), withStockRule(always));
    assert.equal(withStockRule('let x=1'), 'let x=1');
  });
});
