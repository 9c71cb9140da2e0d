/** Stored with every contribution: an id that changes loses what was stored under it. */
export const allAgentIds = [
  'claude-code', 'codex', 'copilot-vscode', 'copilot-cli', 'gemini-cli', 'qwen-code', 'opencode', 'kilo', 'cline', 'roo', 'kilo-code', 'cursor', 'windsurf', 'continue', 'amp', 'droid', 'pi',
];
