import { summaryRoot } from '../../workbench/summaryView.ts';
import type { Workbench } from '../../workbench/workbench.ts';

/** A figure of the side bar: the places in the read model it says it counts, and the number it shows. */
export interface ShownFigure {
  readonly places: readonly string[];
  readonly text: string;
}

/** Every figure that names its place, buttons and parts of charts alike, also in tables that are not unfolded. */
export async function shownFigures(workbench: Workbench): Promise<readonly ShownFigure[]> {
  const found = await summaryRoot(workbench).locator('[data-figure]').evaluateAll((elements) =>
    elements.map((element) => ({
      places: element.getAttribute('data-figure') ?? '',
      text: (element.querySelector('title') ?? element).textContent.trim(),
      part: element.localName === 'g',
    })));
  return found.map(({ places, text, part }) => ({ places: places.split(' '), text: part ? numberAfterName(text) : text }));
}

/** `Week of 3 Mar: 1,204 merged` → `1,204` */
function numberAfterName(words: string): string {
  return /.*: ([\d,]+)/.exec(words)?.[1] ?? words;
}
