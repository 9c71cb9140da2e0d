import assert from 'node:assert/strict';
import fc from 'fast-check';
import { html, withCode } from '../../../src/webview/html.ts';
import { chartWidthFor } from '../../../src/webview/chartWidth.ts';

describe('html', () => {
  it('escapes every text, in text and in attributes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        assert.match(markup, /^<p title="[^"<>']*">[^"<>']*<\/p>$/s);
        assert.equal(markup.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))), `<p title="${text}">${text}</p>`);
      }),
    );
  });

  it('keeps markup as it is and leaves nothing out for nothing', () => {
    assert.equal(html`<b>${html`<i>${1}</i>`}${null}${['a', html`<br>`]}</b>`.markup, '<b><i>1</i>a<br></b>');
  });

  it('makes code of what stands between back-quotes', () => {
    assert.equal(withCode('in `cmd/<x>` and `b`').markup, 'in <code>cmd/&#60;x&#62;</code> and <code>b</code>');
  });
});

describe('chartWidthFor', () => {
  it('is never wider than what is free, except where nothing could be read', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), (free) => {
      const width = chartWidthFor(free);
      assert.ok(width >= 180 && width <= 400 && (width <= free || free < 180), String(width));
    }));
  });
});
