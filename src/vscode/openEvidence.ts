import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { EvidenceLine } from '../model/evidenceLine.ts';
import { commitUri } from './commitDocuments.ts';
import { innerCommands } from './names.ts';

/** The difference between two revisions of one file; null: there was none. */
export interface FileDifference {
  readonly root: string;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Opens a line: the commit that took it, or the file where it is now, or the commit that brought it. */
export function registerOpenEvidence(): vscode.Disposable {
  return vscode.commands.registerCommand(innerCommands.openLine, (root: string, line: EvidenceLine) => openLine(root, line));
}

async function openLine(root: string, line: EvidenceLine): Promise<void> {
  if (line.diedCommit !== null) {
    // Where it stood by then is not kept, so the editor goes to the first difference.
    return await openDifference({ root, path: line.path, before: `${line.diedCommit}^`, after: line.diedCommit });
  }
  if (line.pathNow !== null && existsSync(join(root, line.pathNow))) return await openFile(join(root, line.pathNow), line.lineNow);
  if (line.commit !== null) return await openDifference({ root, path: line.path, before: `${line.commit}^`, after: line.commit }, line.line);
  const written = join(root, line.contributionPath);
  if (existsSync(written)) return await openFile(written, null);
  vscode.window.setStatusBarMessage(`${line.contributionPath} is gone, and this line never was in a commit.`, 6000);
}

/** Shows what changed between two revisions of a file. */
export async function openDifference({ root, path, before, after }: FileDifference, line: number | null = null): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const title = `${name} (${short(before)} ↔ ${short(after)})`;
  const sides = [before, after].map((revision) => commitUri({ root, revision, path }));
  await vscode.commands.executeCommand('vscode.diff', ...sides, title, { preview: true, ...selection(line) });
}

async function openFile(file: string, line: number | null): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: true, ...selection(line) });
}

function selection(line: number | null): { selection?: vscode.Range } {
  return line === null ? {} : { selection: new vscode.Range(line - 1, 0, line - 1, 0) };
}

function short(revision: string | null): string {
  if (revision === null) return 'nothing';
  return revision.endsWith('^') ? `before ${revision.slice(0, 7)}` : revision.slice(0, 7);
}
