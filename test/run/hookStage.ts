import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Stage, type StageContext, type StageResult } from './stage.ts';

/** A module beside this one that brings a stage: it exports `run(context)`. */
interface Hook {
  readonly run: (context: StageContext) => Promise<StageResult>;
}

/** A stage kept in `test/run/<name>Stage.mjs` or `.ts` with its own set-up; nothing to run where there is none. */
export function hookStage(name: string): Stage {
  return {
    name,
    run: async (context) => {
      const file = [`${name}Stage.mjs`, `${name}Stage.ts`].map((one) => join(context.root, 'test/run', one)).find((one) => existsSync(one));
      if (file === undefined) return undefined;
      const hook = (await import(pathToFileURL(file).href)) as Hook;
      return await hook.run(context);
    },
  };
}
