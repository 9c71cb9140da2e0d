/** An extension of the editor, as far as it matters here. */
export interface InstalledExtension {
  /** Lower case. */
  readonly id: string;
  readonly active: boolean;
  /** Comes with the editor: its being there says nothing about its use. */
  readonly builtIn: boolean;
  /** As it calls itself. */
  readonly name: string;
}

/** The source of capture that reads what each tool's extension leaves behind. */
const sourceOf: Readonly<Record<string, string>> = {
  'anthropic.claude-code': 'claude-code',
  'openai.chatgpt': 'codex',
  'github.copilot': 'copilot-vscode',
  'github.copilot-chat': 'copilot-vscode',
  'google.gemini-cli-vscode-ide-companion': 'gemini-cli',
  'qwenlm.qwen-code-vscode-ide-companion': 'qwen-code',
  'sst-dev.opencode': 'opencode',
  'saoudrizwan.claude-dev': 'cline',
  'rooveterinaryinc.roo-cline': 'roo',
  'kilocode.kilo-code': 'kilo-code',
  'continue.continue': 'continue',
  'sourcegraph.amp': 'amp',
  'factory.factory-vscode-extension': 'droid',
};

/** Extensions that complete code inline, which leaves nothing on the disk. */
const completing: ReadonlySet<string> = new Set([
  'github.copilot', 'github.copilot-chat', 'codeium.codeium', 'codeium.windsurfpyright', 'supermaven.supermaven', 'tabnine.tabnine-vscode', 'amazonwebservices.amazon-q-vscode',
  'amazonwebservices.codewhisperer-for-command-line-companion', 'google.geminicodeassist', 'continue.continue', 'augment.vscode-augment', 'sourcegraph.cody-ai', 'kilocode.kilo-code',
  'jetbrains.jetbrains-ai-assistant', 'mistralai.mistral-code', 'gitlab.gitlab-workflow',
]);

/** Sources whose tool is in use in this editor: its extension is installed, of the person's own choice, and active. */
export function activeSources(extensions: readonly InstalledExtension[]): string[] {
  const active = extensions.filter((one) => one.active && !one.builtIn);
  return [...new Set(active.map(({ id }) => sourceOf[id]).filter((source) => source !== undefined))].toSorted();
}

/** The first extension in use that completes code inline; null without any. */
export function activeCompletions(extensions: readonly InstalledExtension[]): string | null {
  return extensions.find(({ id, active, builtIn }) => active && !builtIn && completing.has(id))?.name ?? null;
}
