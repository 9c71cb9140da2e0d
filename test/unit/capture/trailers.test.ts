import assert from 'node:assert/strict';
import { declaredAgents } from '../../../src/capture/notes/declaredAgents.ts';
import { declaredTools } from '../../../src/capture/notes/trailers.ts';
import { toolName } from '../../../src/capture/toolNames.ts';

const by = (body: string): string[] => declaredTools('ada@example.org', 'Ada', body);
const coAuthor = (who: string): string[] => by(`Add tide tables\n\nCo-authored-by: ${who}\n`);

describe('tools that a commit declares', () => {
  const trailers: readonly [string, string][] = [
    ['Claude Opus 4.6 (1M context) <noreply@anthropic.com>', 'claude'],
    ['copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>', 'copilot'],
    ['Copilot <175728472+Copilot@users.noreply.github.com>', 'copilot'],
    ['Copilot <223556219+Copilot@users.noreply.github.com>', 'copilot'],
    ['Copilot <copilot@github.com>', 'copilot'],
    ['Cursor Agent <cursoragent@cursor.com>', 'cursor'],
    ['Codex <noreply@openai.com>', 'codex'],
    ['Codex <codex@openai.com>', 'codex'],
    ['google-labs-jules[bot] <161369871+google-labs-jules[bot]@users.noreply.github.com>', 'jules'],
    ['gemini-code-assist[bot] <176961590+gemini-code-assist[bot]@users.noreply.github.com>', 'gemini'],
    ['Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>', 'devin'],
    ['aider (gpt-5) <aider@aider.chat>', 'aider'],
    ['aider <noreply@aider.dev>', 'aider'],
    ['Amp <amp@ampcode.com>', 'amp'],
    ['factory-droid[bot] <138933559+factory-droid[bot]@users.noreply.github.com>', 'droid'],
    ['Roo <roomote@roocode.com>', 'roo'],
    ['roomote[bot] <219738659+roomote[bot]@users.noreply.github.com>', 'roo'],
    ['Cline <cline-agent@users.noreply.github.com>', 'cline'],
    ['Augment <code@augmentcode.com>', 'augment'],
    ['Oz <oz-agent@warp.dev>', 'warp'],
    ['Qwen-Coder <qwen-coder@alibabacloud.com>', 'qwen'],
    ['Crush <crush@charm.land>', 'crush'],
    ['Continue <noreply@continue.dev>', 'continue'],
  ];
  for (const [who, tool] of trailers) it(`knows ${who}`, () => assert.deepEqual(coAuthor(who), [tool]));

  it('covers every row of the table', () => {
    const tools = new Set(trailers.map(([, tool]) => tool));
    assert.deepEqual(declaredAgents.map(({ tool }) => tool).filter((tool) => !tools.has(tool)), []);
  });

  it('matches by address, whatever the name and the case', () => {
    assert.deepEqual(coAuthor('My Friend <NoReply@Anthropic.com>'), ['claude']);
    assert.deepEqual(by('x\n\nco-AUTHORED-by: claude <noreply@anthropic.com>'), ['claude']);
    assert.deepEqual(coAuthor('Claude <claude@example.org>'), []);
    assert.deepEqual(coAuthor('Copilot <1234+Copilot@users.noreply.github.com>'), []);
  });

  it('finds trailers in the middle of a squashed message, and several tools once each', () => {
    const message = '* one\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n\n* two\n\n  Co-authored-by: Cursor <cursoragent@cursor.com>\nCo-Authored-By: Claude <noreply@anthropic.com>\n\nend';
    assert.deepEqual(by(message), ['claude', 'cursor']);
  });

  it('knows the lines tools put into messages', () => {
    assert.deepEqual(by('x\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)'), ['claude']);
    assert.deepEqual(by('x\r\n\r\nGenerated with [Claude Code](https://claude.ai/code)\r\n'), ['claude']);
    assert.deepEqual(by('Claude-Session: https://claude.ai/code/session_1'), ['claude']);
    assert.deepEqual(by('x\n\nGenerated with [OpenAI Codex](https://openai.com/codex)'), ['codex']);
    assert.deepEqual(by('Made-with: Cursor'), ['cursor']);
    assert.deepEqual(by('Amp-Thread-ID: https://ampcode.com/threads/T-1'), ['amp']);
    assert.deepEqual(by('Agent-Logs-Url: https://example.org/1'), ['copilot']);
    assert.deepEqual(by('Entire-Agent: Claude Code'), ['claude']);
  });

  it('knows bots and aider as authors', () => {
    assert.deepEqual(declaredTools('198982749+Copilot@users.noreply.github.com', 'copilot-swe-agent[bot]', 'x'), ['copilot']);
    assert.deepEqual(declaredTools('cursoragent@cursor.com', 'Cursor Agent', 'x'), ['cursor']);
    assert.deepEqual(declaredTools('ada@example.org', 'Ada (aider)', 'x'), ['aider']);
  });

  it('takes a mention in prose for no declaration', () => {
    assert.deepEqual(by('Explain how Claude <noreply@anthropic.com> signs, "Made-with: Cursor" and Co-authored-by: trailers'), []);
    assert.deepEqual(by(''), []);
  });
});

describe('tool names', () => {
  it('are one per tool', () => {
    for (const name of ['claude', 'Claude-Code', 'claude_code', ' Claude Code ']) assert.equal(toolName(name), 'claude');
    assert.deepEqual(['github-copilot', 'codex-cli', 'Gemini CLI', 'cursor-agent'].map(toolName), ['copilot', 'codex', 'gemini', 'cursor']);
  });

  it('keep what is not in the table, and are never empty', () => {
    assert.equal(toolName('Brand-New'), 'brand-new');
    assert.deepEqual([toolName(''), toolName(null), toolName(undefined)], ['unknown', 'unknown', 'unknown']);
  });
});
