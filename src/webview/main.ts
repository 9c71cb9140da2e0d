import type { SidebarMessage } from '../model/sidebarMessage.ts';
import type { SidebarState, StateMessage } from '../model/sidebarState.ts';
import { chartStyle } from '../report/charts/chartStyle.ts';
import { chartWidthFor } from './chartWidth.ts';
import { createDrawing } from './draw.ts';
import { keepPlace } from './keepPlace.ts';
import { pageOf } from './page.ts';
import { requestOf } from './requests.ts';

/* The browser side of the sidebar: draws the state it is sent, and sends back what is clicked. */
const host = acquireVsCodeApi();
const root = document.querySelector<HTMLElement>('#root')!;
const draw = createDrawing(root, document.querySelector<HTMLElement>('#status')!);
const place = keepPlace(root, host);
let state: SidebarState | null = null;
let drawnWidth = 0;

const send = (message: SidebarMessage): void => host.postMessage(message);

function redraw(): void {
  if (state === null) return;
  drawnWidth = chartWidthFor(root.clientWidth);
  draw(pageOf(state, drawnWidth));
}

// The charts bring their own styles. As an adopted sheet they need no exception from the page's policy.
const sheet = new CSSStyleSheet();
sheet.replaceSync(chartStyle);
document.adoptedStyleSheets = [sheet];

window.addEventListener('message', ({ data }: MessageEvent<StateMessage>) => {
  if (data.type !== 'state') return;
  if (state === null) requestAnimationFrame(() => send({ type: 'painted' }));
  state = data.state;
  redraw();
  place.restore();
});

// Charts are drawn for the width there is, so that their letters stay as large as the others.
window.addEventListener('resize', () => {
  if (chartWidthFor(root.clientWidth) !== drawnWidth) redraw();
});

root.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const element = target.closest<HTMLElement | SVGElement>('[data-message], [data-figure], [data-dismiss], [data-path], [data-answer], [data-skip]');
  if (element === null) return;
  const title = element.dataset['title'] ?? element.querySelector('title')?.textContent ?? 'Lines';
  const message = requestOf(Object.assign(fieldsBeside(element), element.dataset), title, state?.kind === 'report' ? state.report : null);
  if (message !== null) send(message);
});

/** What is written in the fields of the form that a button belongs to, by their names; the first wrong one says what is wrong. */
function fieldsBeside(element: Element): Record<string, string> {
  const fields = element.matches('[data-answer]') ? [...(element.closest('form')?.querySelectorAll('input') ?? [])] : [];
  fields.find((field) => !field.reportValidity());
  return Object.fromEntries(fields.map((field) => [field.name, field.value]));
}

// Enter in a field presses the form's own button; the page's policy lets no form be sent anywhere.
root.addEventListener('submit', (event) => {
  event.preventDefault();
});

root.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.id === 'repository') send({ type: 'choose', root: target.value });
});

send({ type: 'ready' });
