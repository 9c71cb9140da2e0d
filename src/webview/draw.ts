import type { Page } from './page.ts';

/** Puts a page on the screen: only parts whose markup changed are replaced, and what was open or focused stays so. */
export function createDrawing(root: HTMLElement, status: HTMLElement): (page: Page) => void {
  const shown = new Map<string, string>();
  return ({ dataState, busy, status: spoken, sections }) => {
    const ids = new Set(sections.map(({ id }) => id));
    for (const child of [...root.children]) {
      const id = (child as HTMLElement).dataset['section'];
      if (id !== undefined && ids.has(id)) continue;
      child.remove();
      if (id !== undefined) shown.delete(id);
    }
    sections.forEach(({ id, markup }, at) => {
      const place = holderAt(root, id, at);
      if (shown.get(id) === markup) return;
      shown.set(id, markup);
      replaceContent(place, markup);
    });
    root.dataset['state'] = dataState;
    root.setAttribute('aria-busy', String(busy));
    // Written only when it changes, or it would be read aloud again and again.
    if (status.textContent !== spoken) status.textContent = spoken;
  };
}

/** The element of a section, at its place among the others. */
function holderAt(root: HTMLElement, id: string, at: number): HTMLElement {
  const existing = [...root.children].find((child) => (child as HTMLElement).dataset['section'] === id) as HTMLElement | undefined;
  const holder = existing ?? document.createElement('div');
  holder.dataset['section'] = id;
  if (root.children[at] !== holder) root.insertBefore(holder, root.children[at] ?? null);
  return holder;
}

function replaceContent(holder: HTMLElement, markup: string): void {
  const open = new Set([...holder.querySelectorAll('details[open]')].map(({ id }) => id));
  const focused = holder.contains(document.activeElement) ? keyOf(document.activeElement) : null;
  holder.innerHTML = markup;
  for (const details of holder.querySelectorAll('details')) if (open.has(details.id)) details.open = true;
  if (focused === null) return;
  const again = [...holder.querySelectorAll<HTMLElement>('button, summary, select')].find((element) => keyOf(element) === focused);
  again?.focus();
}

/** What makes a control the same one after it was drawn again. */
function keyOf(element: Element | null): string | null {
  if (!(element instanceof HTMLElement)) return null;
  if (element.tagName === 'SUMMARY') return `summary ${element.parentElement?.id ?? ''}`;
  return `${element.tagName} ${element.id} ${JSON.stringify(element.dataset)}`;
}
