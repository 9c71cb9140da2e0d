import assert from 'node:assert/strict';
import { sidebarHtml } from '../../../src/vscode/sidebarHtml.ts';

const page = sidebarHtml({ nonce: 'abc', script: 'https://x.example/webview.js?a&b', style: 'https://x.example/s.css', language: 'en' });

describe('the page around the webview', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';

  it('allows nothing but its own style and its one script', () => {
    assert.deepEqual(policy.split('; '), ["default-src 'none'", "style-src 'nonce-abc'", "script-src 'nonce-abc'", "form-action 'none'", "base-uri 'none'"]);
  });

  it('has one script, with the nonce, and nothing inline', () => {
    assert.deepEqual([...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag), ['<script nonce="abc" src="https://x.example/webview.js?a&amp;b">']);
    assert.doesNotMatch(page, /\sstyle=|<style|\son\w+=/);
  });

  it('shows words from the first moment', () => {
    assert.match(page, /data-state="scanning"[^>]*><p class="quiet">Reading what is stored…/);
  });
});
