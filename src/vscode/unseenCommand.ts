import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Logger } from '../model/logger.ts';
import { plural } from '../report/words.ts';
import { registerCommand } from './command.ts';
import type { CurrentRepository } from './currentRepository.ts';
import type { NeverOnScreen } from './live/neverOnScreen.ts';
import { commands } from './names.ts';
import { requireTrust } from './projects.ts';
import { theRepository } from './reportCommands.ts';
import { countUnseen, elsewhere, rangeDescription, rangeLabel, unseenRanges } from './unseenText.ts';
import type { UnseenRange } from './unseenText.ts';

/** `Show AI Code Never On Screen`: a list of places in the working tree; picking one opens it. */
export function registerUnseenCommand(unseen: NeverOnScreen, current: CurrentRepository, logger: Logger): vscode.Disposable {
  return registerCommand(commands.showUnseen, logger, async () => {
    requireTrust();
    const { root } = theRepository(current);
    await unseen.refresh(root);
    const lines = unseen.lines(root) ?? [];
    if (lines.length === 0) {
      void vscode.window.showInformationMessage(`No AI line of your working tree or of commits that are not pushed was left unread here. ${elsewhere}`);
      return;
    }
    const { lines: count, files } = countUnseen(lines);
    const items = unseenRanges(lines).map((range) => ({ label: rangeLabel(range), description: rangeDescription(range), range }));
    const picked = await vscode.window.showQuickPick(items, { title: `${plural(count, 'AI line')} in ${plural(files, 'file')} never on screen here`, placeHolder: elsewhere, matchOnDescription: true });
    if (picked !== undefined) await show(root, picked.range);
  });
}

async function show(root: string, { path, from, to }: UnseenRange): Promise<void> {
  const selection = new vscode.Range(from - 1, 0, from - 1, 0);
  const editor = await vscode.window.showTextDocument(vscode.Uri.file(join(root, path)), { selection });
  editor.revealRange(new vscode.Range(from - 1, 0, to - 1, 0), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
