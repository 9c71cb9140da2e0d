/**
 * One name per AI tool, whatever a log, note or trailer calls it. What is not listed keeps its own name, so
 * that an agent this table does not know is still told apart.
 */
const names: Readonly<Record<string, string>> = {
  claude: 'claude', 'claude-code': 'claude', claudecode: 'claude', 'claude code': 'claude', anthropic: 'claude',
  copilot: 'copilot', 'github-copilot': 'copilot', 'github copilot': 'copilot', 'copilot-chat': 'copilot', 'copilot-cli': 'copilot',
  codex: 'codex', 'codex-cli': 'codex', 'openai-codex': 'codex', 'openai codex': 'codex',
  cursor: 'cursor', 'cursor-agent': 'cursor', 'cursor agent': 'cursor',
  gemini: 'gemini', 'gemini-cli': 'gemini', 'gemini cli': 'gemini', 'gemini-code-assist': 'gemini',
  opencode: 'opencode', 'open-code': 'opencode',
  qwen: 'qwen', 'qwen-code': 'qwen', 'qwen-coder': 'qwen',
  windsurf: 'windsurf', devin: 'devin', 'devin-cli': 'devin', 'devin-ai': 'devin',
  amp: 'amp', droid: 'droid', 'factory-droid': 'droid', aider: 'aider', jules: 'jules',
  cline: 'cline', roo: 'roo', 'roo-code': 'roo', 'roo-cline': 'roo', kilo: 'kilo', 'kilo-code': 'kilo', kilocode: 'kilo',
  continue: 'continue', 'continue-cli': 'continue', augment: 'augment', warp: 'warp', crush: 'crush', pi: 'pi', kiro: 'kiro',
};

/** What stands for an AI tool whose name a record does not give. */
export const unnamedTool = 'unknown';

/** The one name of a tool. Never empty. */
export function toolName(given: string | null | undefined): string {
  const plain = (given ?? '').trim().toLowerCase().replaceAll('_', '-');
  if (plain === '') return unnamedTool;
  return names[plain] ?? plain;
}
