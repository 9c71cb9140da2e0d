import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gitRepo } from '../fixtures/gitRepo.ts';
import { vscodeNumber, vscodeVersions } from '../workbench/vscodeVersions.ts';
import { type OriginLines, waitForEditorLines } from './harness/editorLines.ts';
import type { SessionProject } from './harness/session.ts';
import { stageFor, suggestionShown } from './harness/stage.ts';
import { useSession } from './harness/useSession.ts';
import { suggestion } from './actor/offered.ts';

const settings = {
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.suggestOnTriggerCharacters': false,
  'editor.wordBasedSuggestions': 'off',
  'editor.inlineSuggest.enabled': true,
  'files.autoSave': 'off',
  'aiNetValue.observeInlineAccept': true,
};
const before = 'int main(void) {\n  return 0;\n}\n';

function makeProject(dest: string): SessionProject {
  const home = join(dest, 'home');
  mkdirSync(home);
  const repo = gitRepo(join(dest, 'repo'));
  repo.write('main.c', before);
  repo.commit('Begin', { at: Date.now() - 86_400_000 });
  return { repo: repo.dir, home };
}

for (const version of vscodeVersions) {
  describe(`a window reloaded with unsaved text in VS Code ${vscodeNumber(version)}`, function () {
    this.timeout(180_000);
    const session = useSession(() => ({ version, settings, withActor: true, project: makeProject }));

    it('still knows which lines were typed and which were accepted, and takes what comes back for neither', async () => {
      const { demo, actor, reload } = session();
      await actor().ask('quiet', { milliseconds: 4000 });
      const stage = stageFor(session(), demo.repo, 'main.c');
      await actor().ask('open', { file: stage.path(), from: before.indexOf('  return 0') });
      await stage.type('int typed_by_hand = 42;\n');
      await suggestionShown(stage);
      await stage.press('Tab');
      await stage.quiet(1500);
      const unsaved = await stage.text();
      assert.ok(unsaved.includes('int typed_by_hand = 42;') && unsaved.includes(suggestion.given.split('\n')[0]!), unsaved);

      await reload();
      await actor().ask('quiet', { milliseconds: 4000 });
      const again = stageFor(session(), demo.repo, 'main.c');
      assert.equal(await again.text(), unsaved, 'what was not saved comes back');
      await actor().ask('close', { folder: demo.repo });
      again.git('commit', '--quiet', '--all', '--message', 'Half by hand');

      const expected: OriginLines = { editor: 2, hand: 1 };
      assert.deepEqual(await waitForEditorLines(demo.home, 'main.c', (lines) => lines.hand >= expected.hand && lines.editor >= expected.editor), expected);
    });
  });
}
