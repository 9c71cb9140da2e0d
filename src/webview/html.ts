/** A piece of markup that may be inserted as it is. Made only by `html` and `trusted`. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: text is escaped, markup is not, nothing is nothing. */
export type Content = string | number | Html | null | readonly Content[];

/** Markup from a template in which every inserted text is escaped. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { markup: parts.reduce((markup, part, at) => markup + part + (at < contents.length ? markupOf(contents[at]!) : ''), '') };
}

/** Markup that our own code made elsewhere (the charts, which escape their own text). */
export function trusted(markup: string): Html {
  return { markup };
}

/** `a in \`b\`` with the parts between back-quotes as code. */
export function withCode(text: string): Html {
  return html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function markupOf(content: Content | undefined): string {
  if (content === null || content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(markupOf).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
