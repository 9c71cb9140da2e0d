/** What a person has to know to find the logs of a source that is not found, or has fallen silent. */
export interface SourceHint {
  /** Where its logs are looked for, below a home folder. */
  readonly where: string;
  /** Why there may be none although its tool is used, and what to do. One or two sentences, or empty. */
  readonly missing: string;
  /** Files below a home folder that the tool writes whenever it is used, beside its logs: the prompts' history, whose time alone is looked at. */
  readonly signs?: readonly string[];
}

const user = 'the editor’s user data folder';

/** By the id of the source in the registry. */
export const sourceHints: Readonly<Record<string, SourceHint>> = {
  'claude-code': {
    where: '~/.claude/projects', signs: ['.claude/history.jsonl'],
    missing: 'Claude Code deletes transcripts after `cleanupPeriodDays` (30 days; 0 keeps none) and writes none with CLAUDE_CODE_SKIP_PROMPT_HISTORY. An editor started from the desktop does not see a CLAUDE_CONFIG_DIR that only your shell sets.',
  },
  codex: { where: '~/.codex/sessions', signs: ['.codex/history.jsonl'], missing: '`codex exec --ephemeral` keeps no log. An editor started from the desktop does not see a CODEX_HOME that only your shell sets.' },
  'copilot-vscode': { where: `${user}, workspaceStorage/*/chatSessions`, missing: 'Chats are written when a turn ends, by the window that shows them: in a remote window they lie on the other machine. Inline completions leave nothing on the disk.' },
  'copilot-cli': { where: '~/.copilot/session-state', missing: 'An editor started from the desktop does not see a COPILOT_HOME that only your shell sets.' },
  'gemini-cli': { where: '~/.gemini/tmp/*/chats', missing: 'Gemini CLI deletes old chats by its setting `general.sessionRetention`.' },
  'qwen-code': { where: '~/.qwen/projects', missing: '' },
  opencode: { where: '~/.local/share/opencode', missing: 'With `OPENCODE_DB=:memory:` it keeps nothing.' },
  kilo: { where: '~/.local/share/kilo', missing: '' },
  cline: { where: `~/.cline/data, and ${user}, globalStorage/saoudrizwan.claude-dev/tasks`, missing: '' },
  'kilo-code': { where: `${user}, globalStorage/kilocode.kilo-code/tasks`, missing: '' },
  roo: { where: `${user}, globalStorage/rooveterinaryinc.roo-cline/tasks`, missing: '' },
  cursor: { where: '~/.cursor/projects, and Cursor’s user data folder', missing: 'Cursor’s own files tell of agent edits only in part, and of its tab completions nothing.' },
  windsurf: { where: '~/.windsurf/transcripts', missing: 'Windsurf writes transcripts only when its hook `post_cascade_response_with_transcript` is set.' },
  continue: { where: '~/.continue/sessions and ~/.continue/dev_data', missing: '' },
  amp: { where: '~/.local/share/amp/threads', missing: 'Newer threads of Amp lie on its server only.' },
  droid: { where: '~/.factory/sessions', missing: '' },
  pi: { where: '~/.pi/agent/sessions', missing: '' },
};
