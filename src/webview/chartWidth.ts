const step = 20;
const narrowest = 180;
const widest = 400;

/** The width (pixels) charts are drawn for where this much is free: in steps, so that dragging an edge redraws seldom. */
export function chartWidthFor(free: number): number {
  return Math.min(widest, Math.max(narrowest, Math.floor(free / step) * step));
}
