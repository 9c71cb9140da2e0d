import { chmodSync, writeFileSync } from 'node:fs';
import type { Scratch } from './scratch.ts';

/**
 * A settings file of a person who changed everything that bears on what `git log -p` prints.
 * @returns its path, and that of a file that exists once any of its programs was started
 */
export function hostileSettings(folder: Scratch): { readonly file: string; readonly started: string } {
  const started = folder.path('started');
  const program = folder.path('program.sh');
  writeFileSync(program, `#!/bin/sh\necho started >> '${started}'\necho changed\n`);
  chmodSync(program, 0o755);
  const attributes = folder.path('attributes');
  writeFileSync(attributes, '* diff=mine\n*.md binary\n*.txt -diff\n');
  const order = folder.path('order');
  writeFileSync(order, 'z*\nm*\n');
  const file = folder.path('gitconfig');
  writeFileSync(
    file,
    `[core]
  quotepath = true
  abbrev = 5
  pager = ${program}
  fsmonitor = ${program}
  attributesFile = ${attributes}
  bigFileThreshold = 1
[color]
  ui = always
  diff = always
[diff]
  noprefix = true
  mnemonicPrefix = true
  srcPrefix = one/
  dstPrefix = two/
  algorithm = patience
  context = 9
  interHunkContext = 50
  renames = false
  renameLimit = 1
  external = ${program}
  orderFile = ${order}
  submodule = log
  ignoreSubmodules = all
  suppressBlankEmpty = true
  colorMoved = zebra
  wsErrorHighlight = all
  indentHeuristic = false
  relative = true
  statGraphWidth = 3
  wordRegex = .
[diff "mine"]
  textconv = ${program}
  command = ${program}
  binary = true
  algorithm = histogram
  xfuncname = ^.*$
[log]
  showSignature = true
  showRoot = false
  diffMerges = combined
  decorate = full
  follow = true
  abbrevCommit = true
  date = relative
  mailmap = false
[gpg]
  program = ${program}
[format]
  pretty = raw
  notes = *
[notes]
  displayRef = refs/notes/*
[i18n]
  logOutputEncoding = ISO-8859-1
[rerere]
  enabled = true
[status]
  renames = false
`,
  );
  return { file, started };
}
