import type { ReadModel } from '../../model/readModel.ts';
import { html } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

/** What is not told here, what is taken for granted, and where it stays. */
export function aboutSection(report: ReadModel, machine: string): Section {
  return section(
    'about',
    'What this does not tell',
    note('Hours gained or lost are not measured yet. The lines above are counted, not estimated.'),
    more('about-not', 'Not measured', html`<ul>${report.notMeasured.map((text) => html`<li>${text}</li>`)}</ul>`),
    more('about-assumed', 'Taken for granted', html`<ul>${report.assumptions.map((text) => html`<li>${text}</li>`)}</ul>`),
    privacyNote(machine),
  );
}

export function privacyNote(machine: string): ReturnType<typeof html> {
  return note(html`<strong>What leaves your machine: nothing.</strong> What is found is stored on ${machine} only: counts, times, paths and fingerprints, no source text and no prompts.`);
}
