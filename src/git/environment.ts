/**
 * Git's environment and settings for every call: nothing ambient may change what it prints, start a
 * program, take a lock, ask a question or reach another machine.
 */

const kept = new Set([
  'PATH', 'HOME', 'XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'TMPDIR', 'USER', 'LOGNAME',
  // Without these git does not start, or does not find the person's own settings, on Windows.
  'PATHEXT', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'TEMP', 'TMP', 'USERNAME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA',
  'PROGRAMDATA', 'PROGRAMFILES',
]);

/** What git is told by the environment. `GIT_DIR` and the like are left out: the folder alone says which repository is meant. */
export const fixedEnvironment: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ATTR_NOSYSTEM: '1',
};

export function gitEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && kept.has(name.toUpperCase())) result[name] = value;
  }
  return { ...result, ...fixedEnvironment };
}

/** Global options in front of every command. `protocol.allow` does what GIT_NO_LAZY_FETCH does for a git that does not know it yet. */
export const safeSettings: readonly string[] = [
  '--no-optional-locks',
  '--no-pager',
  '-c', 'core.quotepath=false',
  '-c', 'color.ui=false',
  '-c', 'core.fsmonitor=false',
  '-c', 'log.showSignature=false',
  '-c', 'protocol.allow=never',
];
