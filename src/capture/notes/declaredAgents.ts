/** How one AI tool signs commits. */
export interface DeclaredAgent {
  readonly tool: string;
  /**
   * Addresses, lower case, in `Co-authored-by` or as the author. Names beside them vary and are not looked at.
   * GitHub's forms `<number>+<name>@users.noreply.github.com` count by their number.
   */
  readonly addresses: readonly string[];
  /** Endings of an author's name. */
  readonly authors?: readonly string[];
  /** Whole lines a message may hold. */
  readonly lines?: readonly RegExp[];
}

/** One row per agent, from what their commits hold in public histories. */
export const declaredAgents: readonly DeclaredAgent[] = [
  {
    tool: 'claude',
    addresses: ['noreply@anthropic.com'],
    lines: [/^(?:🤖 )?Generated with \[Claude Code\]\(https:\/\/claude\.(?:com|ai)\//, /^Claude-Session: \S/],
  },
  {
    // The coding agent, review suggestions, the command line program, the editor's own co-author setting.
    tool: 'copilot',
    addresses: ['198982749+', '175728472+', '223556219+', 'copilot@github.com'],
    lines: [/^Agent-Logs-Url: \S/],
  },
  { tool: 'cursor', addresses: ['cursoragent@cursor.com'], lines: [/^Made-with: Cursor\b/] },
  { tool: 'codex', addresses: ['noreply@openai.com', 'codex@openai.com'], lines: [/^(?:🤖 )?Generated with \[OpenAI Codex\]\(/] },
  { tool: 'jules', addresses: ['161369871+'] },
  { tool: 'gemini', addresses: ['176961590+'] },
  { tool: 'devin', addresses: ['158243242+'] },
  { tool: 'aider', addresses: ['aider@aider.chat', 'noreply@aider.chat', 'noreply@aider.dev'], authors: [' (aider)'] },
  { tool: 'amp', addresses: ['amp@ampcode.com'], lines: [/^Amp-Thread-ID: https:\/\/ampcode\.com\//] },
  { tool: 'droid', addresses: ['138933559+'] },
  { tool: 'roo', addresses: ['roomote@roocode.com', '219738659+'] },
  { tool: 'cline', addresses: ['cline-agent@users.noreply.github.com'] },
  { tool: 'augment', addresses: ['code@augmentcode.com'] },
  { tool: 'warp', addresses: ['oz-agent@warp.dev'] },
  { tool: 'qwen', addresses: ['qwen-coder@alibabacloud.com'] },
  { tool: 'crush', addresses: ['crush@charm.land'] },
  { tool: 'continue', addresses: ['noreply@continue.dev'] },
];
