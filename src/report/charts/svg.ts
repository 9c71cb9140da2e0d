/** Pieces of SVG as strings: no DOM is needed, so that the same charts serve HTML files and the sidebar. */

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** How an area is filled: a colour and, for those who can't tell colours apart, a texture. */
export type Tone = 'alive' | 'changed' | 'dead' | 'open' | 'unknown' | 'young' | 'mine' | 'other';

export interface ChartFrame {
  /** Unique in its page; prefixes the ids inside. */
  readonly id: string;
  readonly title: string;
  /** What can be seen, in a sentence or two, for people who don't see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

export function chart({ id, title, description, width, height, body }: ChartFrame): string {
  return (
    `<svg class="nv-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>${textures(id)}${body}</svg>`
  );
}

/** Width of what every chart is drawn for; it scales with its place. */
export const chartWidth = 360;

/** What an area shows: the figure's place in the read model, and its words for a pointer that rests on it. */
export interface Shown {
  readonly figure: string;
  readonly words: string;
}

/** A filled area; nothing at all when it has no size. */
export function area(id: string, tone: Tone, x: number, y: number, width: number, height: number, shown: Shown | null): string {
  if (width <= 0 || height <= 0) return '';
  const group = shown === null ? '<g>' : `<g data-figure="${shown.figure}"><title>${escapeXml(shown.words)}</title>`;
  const place = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  const texture = textured.includes(tone) ? `<rect class="nv-texture" ${place} fill="url(#${id}-${tone})"/>` : '';
  return `${group}<rect class="nv-fill nv-${tone}" ${place}/>${texture}</g>`;
}

export function label(x: number, y: number, text: string, kind: 'name' | 'value' | 'small' = 'name', anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text class="nv-${kind}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Swatches with their names, in as many rows as they need. */
export function legend(id: string, entries: readonly { readonly tone: Tone; readonly text: string }[], top: number, width: number): { readonly svg: string; readonly height: number } {
  const rowHeight = 16;
  let x = 0;
  let y = top;
  let svg = '';
  for (const { tone, text } of entries) {
    const needed = 16 + text.length * 6.2 + 14;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += rowHeight;
    }
    svg += area(id, tone, x, y, 11, 11, null) + label(x + 16, y + 9.5, text, 'small');
    x += needed;
  }
  return { svg, height: entries.length === 0 ? 0 : y + rowHeight - top };
}

const textured: readonly Tone[] = ['changed', 'dead', 'open', 'unknown', 'young'];

/** One texture a tone: dots, strokes this way, strokes that way, crosses. */
function textures(id: string): string {
  const pattern = (tone: Tone, size: number, path: string): string =>
    `<pattern id="${id}-${tone}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path class="nv-stroke" d="${path}"/></pattern>`;
  return (
    '<defs>' +
    pattern('dead', 5, 'M-1,1 l2,-2 M0,5 l5,-5 M4,6 l2,-2') +
    pattern('changed', 5, 'M-1,4 l2,2 M0,0 l5,5 M4,-1 l2,2') +
    pattern('open', 5, 'M2,2 h1 M2,3 h1') +
    pattern('unknown', 6, 'M0,0 l6,6 M6,0 l-6,6') +
    pattern('young', 4, 'M0,2 h4') +
    '</defs>'
  );
}
