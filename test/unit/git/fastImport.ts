import type { GitRepo } from '../../fixtures/gitRepo.ts';

/** Whole states of a tree, by path, one commit each. A mode is `644`, `755` or `120000`. */
export type Tree = ReadonlyMap<string, { readonly content: Buffer; readonly mode?: string }>;

/** Commits the states one after another on `main` through one `git fast-import`, which is much faster than committing each. */
export function importStates(repo: GitRepo, states: readonly Tree[]): void {
  const parts: Buffer[] = [];
  const data = (content: Buffer): void => void parts.push(Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n'));
  for (const [index, state] of states.entries()) {
    parts.push(Buffer.from(`commit refs/heads/main\ncommitter Ada <ada@fernwater.example> ${1_700_000_000 + index * 60} +0000\n`));
    data(Buffer.from(`state ${index}`));
    parts.push(Buffer.from('deleteall\n'));
    for (const [path, { content, mode = '644' }] of state) {
      parts.push(Buffer.from(`M ${mode} inline ${JSON.stringify(path)}\n`));
      data(content);
    }
  }
  repo.git(['fast-import', '--quiet', '--force'], { input: Buffer.concat(parts) });
}
