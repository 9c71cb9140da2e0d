/**
 * Whose logs are read where agents can run on two sides, and where those of the other side lie. This extension
 * runs where the repository is, so it reads that side's.
 * @param remoteName of the window: `wsl`, `ssh-remote`, `dev-container` …; undefined on a window's own machine
 */
export function otherSide(remoteName: string | undefined, platform: NodeJS.Platform): string | null {
  if (remoteName === undefined) {
    if (platform !== 'win32') return null;
    return 'The logs of agents that run on Windows are read. Agents that run in WSL keep theirs there, and a window opened in WSL reads them: `WSL: Reopen Folder in WSL`.';
  }
  const named = 'the setting `aiNetValue.extraLogHomes`';
  if (remoteName === 'wsl') {
    return `The logs of agents that run in this WSL distribution are read. Agents that run on Windows, and chats of this window, keep theirs on Windows: \`--home /mnt/c/Users/<you>\` reads them from the terminal, ${named} with \`/mnt/c/Users/<you>\` reads them here.`;
  }
  if (/container/.test(remoteName) || remoteName === 'codespaces') {
    return `The logs of agents that run in this container are read, as long as the container lives. Agents that run outside, and chats of this window, keep theirs outside: mount that home folder and name it in ${named}, or with \`--home DIR\` in the terminal.`;
  }
  return `The logs of agents that run on the remote machine are read. Agents that run on the computer in front of you, and chats of this window, keep theirs there, where this ledger can’t see them: copy them over and name their home folder in ${named}, or with \`--home DIR\` in the terminal.`;
}
