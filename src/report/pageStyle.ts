/** Styles of the page around the charts. */
export const pageStyle = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--nv-paper); color: var(--nv-ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid var(--nv-grid); }
p { margin: 0.4rem 0; }
.note { color: var(--nv-soft); font-size: 0.875rem; }
code { font: 0.9em ui-monospace, monospace; background: var(--nv-panel); padding: 0 0.25em; border-radius: 3px; overflow-wrap: anywhere; }
figure { margin: 1rem 0 1.5rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; min-width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.25rem; }
th, td { padding: 0.2rem 0.75rem 0.2rem 0; text-align: left; border-bottom: 1px solid var(--nv-grid); white-space: nowrap; }
th { font-weight: 500; }
thead th { color: var(--nv-soft); font-weight: 400; }
.right { text-align: right; }
.wide { white-space: normal; min-width: 9rem; }
ul { padding-left: 1.25rem; }
li { margin: 0.3rem 0; }
@media print { main { max-width: none; } .scroll { overflow: visible; } }
`;
