import { countingRules } from '../../report/statements.ts';
import { html } from '../html.ts';
import { more, note, type Section, section } from '../section.ts';

/** How lines are counted, and where all of it stays. */
export function aboutSection(machine: string): Section {
  return section('about', 'About these figures', more('about-rules', 'How lines are counted', html`<ul>${countingRules.map((text) => html`<li>${text}</li>`)}</ul>`), privacyNote(machine));
}

export function privacyNote(machine: string): ReturnType<typeof html> {
  return note(html`<strong>What leaves your machine: nothing.</strong> What is found is stored on ${machine} only: counts, times, paths and fingerprints, no source text and no prompts.`);
}
