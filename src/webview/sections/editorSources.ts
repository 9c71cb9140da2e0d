import type { SourceCoverage } from '../../model/readModel.ts';
import type { EditorFacts } from '../../model/sidebarState.ts';

/**
 * The sources with what only the editor knows: a tool whose extension is active here, while nothing of its use was
 * ever seen, is silent.
 */
export function sourcesInEditor(sources: readonly SourceCoverage[], { activeSources }: EditorFacts): readonly SourceCoverage[] {
  return sources.map((source) => {
    if (!activeSources.includes(source.id) || source.state !== 'not found') return source;
    return { ...source, state: 'silent' as const, problems: ['Its extension is active in this editor, and no log of it was found. If you have not used it yet, there is nothing to do.', ...source.problems], remedy: `${source.remedy ?? ''} If its logs lie under another home folder, name that in the setting \`aiNetValue.extraLogHomes\`.`.trim() };
  });
}
