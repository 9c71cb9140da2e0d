import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { editorFolders } from '../capture/places/editorFolders.ts';

/** A folder in which an agent keeps its logs, and which files there are logs. */
export interface LogFolder {
  readonly folder: string;
  /** Glob below the folder. */
  readonly pattern: string;
}

type Env = Readonly<Record<string, string | undefined>>;
type Places = (home: string, env: Env) => readonly LogFolder[] | Promise<readonly LogFolder[]>;

/**
 * Where each agent's logs appear, by its id in the registry of capture. A test compares the two: an agent whose
 * logs are read but not watched would show its edits only with the next commit.
 */
const agents: Readonly<Record<string, Places>> = {
  'claude-code': (home, env) => {
    const named = (env['CLAUDE_CONFIG_DIR'] ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
    const listed = named.map((part) => resolve(home, part.replace(/^~(?=$|[\\/])/, home)));
    return below([...listed, join(home, '.claude'), join(home, '.config', 'claude')], ['projects'], '**/*.jsonl');
  },
  codex: (home, env) => below([...named(home, env['CODEX_HOME']), join(home, '.codex')], ['sessions', 'archived_sessions'], '**/*.{jsonl,jsonl.zst}'),
  'copilot-cli': (home, env) => below([...named(home, env['COPILOT_HOME']), join(home, '.copilot')], ['session-state', 'history-session-state'], '**/*.jsonl'),
  'copilot-vscode': async (home, env) => {
    const users = await editorFolders(home, env);
    return [
      ...below(users, ['workspaceStorage'], '*/{chatSessions,chatEditingSessions}/**'),
      ...below(users, ['globalStorage/emptyWindowChatSessions', 'globalStorage/transferredChatSessions'], '*'),
      ...below(users.map((user) => dirname(user)), ['agentSessionData'], '*/session.db*'),
    ];
  },
  'gemini-cli': (home, env) => below([...named(home, env['GEMINI_CLI_HOME']), home].map((base) => join(base, '.gemini')), ['tmp'], '*/chats/**'),
  'qwen-code': (home) => below([join(home, '.qwen')], ['projects', 'tmp'], '*/chats/**'),
  opencode: (home, env) => partsBelow(home, env, 'opencode'),
  kilo: (home, env) => partsBelow(home, env, 'kilo'),
  cline: async (home, env) => {
    const own = [...named(home, env['CLINE_DATA_DIR']), ...named(home, env['CLINE_DIR']).map((folder) => join(folder, 'data')), join(home, '.cline', 'data')];
    return [...(await tasksOf('saoudrizwan.claude-dev', home, env)), ...below(own, ['tasks', 'sessions'], '*/*.json')];
  },
  'kilo-code': (home, env) => tasksOf('kilocode.kilo-code', home, env),
  roo: (home, env) => tasksOf('rooveterinaryinc.roo-cline', home, env),
  cursor: async (home, env) => [
    ...below([join(home, '.cursor')], ['projects'], '*/agent-transcripts/**'),
    ...below((await editorFolders(home, env)).filter((user) => /cursor/i.test(user)), ['globalStorage'], 'state.vscdb*'),
  ],
  windsurf: (home) => below([join(home, '.windsurf')], ['transcripts'], '*.jsonl'),
  continue: (home, env) => {
    const bases = [...named(home, env['CONTINUE_GLOBAL_DIR']), join(home, '.continue')];
    return [...below(bases, ['sessions'], '*.json'), ...below(bases, ['dev_data'], '**/*.jsonl')];
  },
  amp: (home, env) => below([...named(home, env['XDG_DATA_HOME']), join(home, '.local', 'share')].map((base) => join(base, 'amp')), ['threads'], '*.json'),
  droid: (home) => below([join(home, '.factory')], ['sessions'], '**/*.jsonl'),
  pi: (home) => below([join(home, '.pi', 'agent')], ['sessions'], '**/*.jsonl'),
};

/** Agents whose logs are watched. */
export const watchedAgents: readonly string[] = Object.keys(agents);

/**
 * The folders to watch, each once: those of agents that ever ran here. The folder itself need not exist yet, the
 * one around it must.
 * @param homes the user's own first, which the variables of `env` belong to
 */
export async function logFolders(homes: readonly string[], env: Env): Promise<readonly LogFolder[]> {
  const all = await Promise.all(homes.flatMap((home, at) => Object.values(agents).map(async (placesOf) => await placesOf(home, at === 0 ? env : {}))));
  const here = all.flat().filter(({ folder }) => existsSync(dirname(folder)));
  return [...new Map(here.map((one) => [`${one.folder}\n${one.pattern}`, one])).values()];
}

function below(bases: readonly string[], names: readonly string[], pattern: string): readonly LogFolder[] {
  return bases.flatMap((base) => names.map((name) => ({ folder: join(base, name), pattern })));
}

function named(home: string, folder: string | undefined): readonly string[] {
  return folder === undefined || folder === '' ? [] : [resolve(home, folder)];
}

/** OpenCode's layout: a database, whose newest part lies in a file beside it, or one file a session. */
function partsBelow(home: string, env: Env, name: string): readonly LogFolder[] {
  const data = [...['XDG_DATA_HOME', 'APPDATA', 'LOCALAPPDATA'].flatMap((variable) => named(home, env[variable])), join(home, '.local', 'share')];
  // These hold the data of every program, so that their being there says nothing.
  const bases = data.filter((base) => existsSync(join(base, name)));
  return [...below(bases, [name], '*.db*'), ...below(bases.map((base) => join(base, name, 'storage')), ['session'], '*/ses_*.json')];
}

/** Tasks of an editor extension of Cline's family. */
async function tasksOf(extension: string, home: string, env: Env): Promise<readonly LogFolder[]> {
  const users = await editorFolders(home, env);
  return below(users.map((user) => join(user, 'globalStorage', extension)), ['tasks'], '*/api_conversation_history.json');
}
