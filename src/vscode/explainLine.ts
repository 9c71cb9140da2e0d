import { relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import { registerCommand } from './command.ts';
import { headLine } from './headLine.ts';
import type { NeverOnScreen } from './live/neverOnScreen.ts';
import { commands } from './names.ts';
import { type Projects, requireTrust } from './projects.ts';
import type { OpenRepository, Repositories } from './repositories.ts';
import { storyText } from './storyText.ts';
import { unseenLine } from './unseenText.ts';

/** The story that was just asked for, and where. */
interface Asked {
  readonly uri: string;
  readonly version: number;
  readonly line: number;
  readonly story: string;
}

/** How long an answer stays: the hover opens at once, and later ones must not repeat it. */
const freshFor = 2000;

/**
 * `Explain This Line` tells a line's story in a hover at the cursor. Hovering alone shows nothing: the provider
 * answers only for the line that was just asked about.
 */
export function registerExplainLine(repositories: Repositories, projects: Projects, unseen: NeverOnScreen, logger: Logger): vscode.Disposable {
  let asked: Asked | null = null;
  let forget: NodeJS.Timeout | undefined;

  const explain = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || editor.document.uri.scheme !== 'file') throw new HumanError('Put the cursor on a line of a file in a git repository, then ask again.');
    requireTrust();
    const { document } = editor;
    const line = editor.selection.active.line;
    await repositories.start();
    const repository = repositories.containing(document.uri.fsPath);
    if (repository === null) throw new HumanError('This file lies in no open git repository.');
    const story = await storyOf(document, line + 1, repository);
    asked = { uri: document.uri.toString(), version: document.version, line, story };
    clearTimeout(forget);
    forget = setTimeout(() => (asked = null), freshFor);
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  };

  const storyOf = async (document: vscode.TextDocument, line: number, repository: OpenRepository): Promise<string> => {
    if (document.isDirty) return 'This file has unsaved changes. Save it, then ask again.';
    const file = document.uri.fsPath;
    const path = relative(repository.root, file).split(sep).join('/');
    const git = repositories.git()?.repositories.find(({ rootUri }) => rootUri.fsPath === repository.root);
    const atHead = headLine((await git?.diffWithHEAD(path)) ?? '', line);
    const read = unseen.lines(repository.root)?.some((one) => one.path === path && one.line === line) === true ? [unseenLine] : [];
    const story = atHead === null ? 'This line is in no commit yet. Its story begins with its first commit.' : storyText(await projects.ask('story', repository.root, { file, line: atHead }));
    return [story, ...read].join('\n\n');
  };

  const provideHover = (document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null => {
    if (asked === null || asked.uri !== document.uri.toString() || asked.version !== document.version || asked.line !== position.line) return null;
    return new vscode.Hover(new vscode.MarkdownString(asked.story), document.lineAt(position.line).range);
  };

  return vscode.Disposable.from(
    registerCommand(commands.explainLine, logger, explain),
    vscode.languages.registerHoverProvider({ scheme: 'file' }, { provideHover }),
    new vscode.Disposable(() => clearTimeout(forget)),
  );
}
