/**
 * Styles of the charts. The colours are variables, so that a page (or the sidebar, with the editor's theme)
 * sets its own; both sets below keep at least 3:1 against their background.
 */
export const chartStyle = `
.nv-chart { display: block; width: 100%; height: auto; max-width: 31rem; font: 11px system-ui, sans-serif; }
.nv-chart text { fill: var(--nv-ink); }
.nv-chart .nv-value { font-weight: 600; }
.nv-chart .nv-small { font-size: 10px; fill: var(--nv-soft); }
.nv-chart .nv-axis { stroke: var(--nv-grid); stroke-width: 1; fill: none; }
.nv-chart .nv-stroke { stroke: var(--nv-paper); stroke-width: 1; fill: none; }
.nv-chart .nv-fill { stroke: var(--nv-paper); stroke-width: 0.5; }
.nv-chart .nv-alive { fill: var(--nv-alive); }
.nv-chart .nv-changed { fill: var(--nv-changed); }
.nv-chart .nv-dead { fill: var(--nv-dead); }
.nv-chart .nv-open { fill: var(--nv-open); }
.nv-chart .nv-unknown { fill: var(--nv-unknown); }
.nv-chart .nv-young { fill: var(--nv-unknown); opacity: 0.55; }
.nv-chart .nv-mine { fill: var(--nv-alive); }
.nv-chart .nv-other { fill: var(--nv-unknown); }
.nv-chart .nv-band { fill-opacity: 0.22; stroke: none; }
.nv-chart .nv-line { fill: none; stroke-width: 2; }
.nv-chart .nv-line.nv-mine { stroke: var(--nv-alive); }
.nv-chart .nv-line.nv-other { stroke: var(--nv-soft); stroke-width: 1.5; stroke-dasharray: 4 3; }
.nv-chart .nv-zero { stroke: var(--nv-soft); stroke-width: 1.5; fill: none; }
.nv-chart .nv-whisker { stroke: var(--nv-ink); stroke-width: 1.5; fill: none; }
.nv-chart .nv-whisker.nv-provisional { stroke-dasharray: 3 2; }
.nv-chart .nv-dot { fill: var(--nv-ink); stroke: var(--nv-ink); stroke-width: 1.5; }
.nv-chart .nv-dot.nv-provisional { fill: var(--nv-paper); }
`;

/** Colours for a light and a dark page, as CSS declarations. */
export const lightColours = '--nv-ink:#1f2328;--nv-soft:#57606a;--nv-paper:#ffffff;--nv-grid:#d0d7de;--nv-alive:#1f7a5c;--nv-changed:#4f7fb8;--nv-dead:#b4472f;--nv-open:#9a6b00;--nv-unknown:#7d8590;--nv-link:#0a58a8;--nv-panel:#f6f8fa;';
export const darkColours = '--nv-ink:#e6edf3;--nv-soft:#9aa4af;--nv-paper:#14181d;--nv-grid:#3a424c;--nv-alive:#4fb592;--nv-changed:#7fa9dd;--nv-dead:#e07a5f;--nv-open:#d1a13c;--nv-unknown:#8b949e;--nv-link:#7cb7ff;--nv-panel:#1c2229;';
