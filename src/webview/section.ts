import { type Content, type Html, html } from './html.ts';
import type { PlainMessage } from './requests.ts';

/** A part of the page that is replaced as a whole when its markup changes. */
export interface Section {
  /** Unique in the page. */
  readonly id: string;
  readonly markup: string;
}

/** A titled part of the page. */
export function section(id: string, title: string, ...content: readonly Content[]): Section {
  return { id, markup: html`<section aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`.markup };
}

/** A part without a title. */
export function block(id: string, content: Html): Section {
  return { id, markup: content.markup };
}

/** Text that opens on demand; `id` keeps it open when the page is drawn again. */
export function more(id: string, summary: string, ...content: readonly Content[]): Html {
  return html`<details id="${id}"><summary>${summary}</summary>${content}</details>`;
}

export function note(text: Content): Html {
  return html`<p class="quiet">${text}</p>`;
}

/** A button that asks the host for something; `message` is one of the messages without parts. */
export function actionButton(message: PlainMessage, words: string, kind: 'primary' | 'secondary' = 'primary'): Html {
  return html`<button type="button" class="action ${kind}" data-message="${message}">${words}</button>`;
}
