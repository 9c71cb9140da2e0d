import type * as vscode from 'vscode';
import { HumanError } from '../model/humanError.ts';
import type { Logger } from '../model/logger.ts';
import { settingNames } from './names.ts';
import type { Projects } from './projects.ts';
import type { ReadModelStore } from './readModelStore.ts';
import type { Repositories } from './repositories.ts';
import type { Settings } from './settings.ts';
import { isAborted } from './workerClient.ts';

export interface HoursSettingsParts {
  readonly projects: Projects;
  readonly repositories: Repositories;
  readonly store: ReadModelStore;
  readonly settings: Settings;
  readonly logger: Logger;
}

/** Tells the hours anew when what they take for granted was changed. Nothing is read again for that. */
export function followHoursSettings({ projects, repositories, store, settings, logger }: HoursSettingsParts): vscode.Disposable {
  const tellAnew = async (paceTakenBack: boolean): Promise<void> => {
    for (const { root } of repositories.all()) {
      if (store.get(root).report === null) continue;
      try {
        store.update(root, { report: await projects.ask(paceTakenBack ? 'clearPaceRange' : 'report', root, {}), problem: null });
      } catch (error) {
        if (isAborted(error)) return;
        logger.error('the hours could not be told anew', error);
        store.update(root, { problem: HumanError.is(error) ? error.message : 'Something went wrong that should not. The log says what.' });
      }
    }
  };
  return settings.onDidChange((event) => {
    const pace = event.affectsConfiguration(settingNames.paceRange);
    if (!pace && !event.affectsConfiguration(settingNames.assumptions)) return;
    void tellAnew(pace && settings.paceRange() === '');
  });
}
