/**
 * The one way in which history is compared, everywhere: a line followed by one command has to be the
 * same line for the next. Whatever a person set under `diff.*` or `log.*` is overridden, and no program
 * of theirs (external diff, text conversion) is started.
 */

/** Global options. A file larger than the threshold is printed as binary. */
export const diffSettings: readonly string[] = [
  '-c', 'core.bigFileThreshold=32m',
  '-c', 'core.attributesFile=/dev/null',
  '-c', 'diff.suppressBlankEmpty=false',
  '-c', 'diff.mnemonicPrefix=false',
  '-c', 'diff.noprefix=false',
  '-c', 'log.showRoot=true',
];

/** Applies to every comparison. */
export const compareOptions: readonly string[] = [
  '--root', '--no-ext-diff', '--no-textconv', '--no-color', '--no-relative', '--ignore-submodules=none', '-O/dev/null',
];

/**
 * Patches without context: only the lines that changed. Renames at 50 % similarity, looked for among at
 * most 1,000 by 1,000 files of a commit (git's own defaults); beyond that only identical files count as
 * renamed. `--full-index` spares git the search for unique abbreviations.
 */
export const patchOptions: readonly string[] = [
  ...compareOptions,
  '-p', '-U0', '--inter-hunk-context=0', '--diff-algorithm=default', '--indent-heuristic', '-M50%', '-l1000', '--full-index', '--submodule=short',
  '--src-prefix=a/', '--dst-prefix=b/',
];

/** A byte that no line of a diff can begin with introduces each commit. */
export const commitFormat = '--format=%x01%H';
