/**
 * Bundles `src` into `dist`: `node esbuild.js [--production] [--outdir DIR]`.
 *
 *     extension.js  what VS Code loads         worker.js   heavy work beside the extension host
 *     program.js    the terminal commands      webview.js  browser code of the sidebar
 *     cli.js        starts program.js
 *
 * The sources are ES modules; what runs on Node is bundled as CommonJS, which a package.json inside `dist` declares.
 * VS Code 1.104 and 1.139 load it so. Only extension.js may ask for `vscode`: a bundle that runs elsewhere and
 * reaches it fails here, not at run time.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({ options: { production: { type: 'boolean' }, outdir: { type: 'string', default: 'dist' } } });

const onNode = { platform: 'node', target: 'node22', format: 'cjs' };
const inBrowser = { platform: 'browser', target: 'es2023', format: 'iife' };

/** Node 22 warns at every start that its SQLite is experimental; a command line tool has nothing to tell by that. */
const quietSqlite =
  'const emitWarning = process.emitWarning; process.emitWarning = (warning, ...rest) => {' +
  " if (!String(warning).startsWith('SQLite is an experimental')) emitWarning.call(process, warning, ...rest); };";

/** Budgets in KB of 1,024 bytes, of the production bundle. */
const bundles = [
  { name: 'extension', source: 'src/extension.ts', budget: 350, options: { ...onNode, external: ['vscode'] } },
  { name: 'program', source: 'src/cli.ts', budget: 700, options: { ...onNode, banner: { js: quietSqlite } } },
  { name: 'cli', source: 'src/start/main.ts', budget: 8, options: onNode, builtFrom: 'program' },
  { name: 'worker', source: 'src/vscode/worker/main.ts', budget: 700, options: onNode },
  { name: 'webview', source: 'src/webview/main.ts', budget: 60, options: inBrowser },
];

mkdirSync(values.outdir, { recursive: true });
writeFileSync(join(values.outdir, 'package.json'), '{ "type": "commonjs" }\n');

const packages = new Set();
for (const { name, source, budget, options, builtFrom } of bundles) {
  if (!existsSync(source)) continue;
  const { metafile } = await build({
    ...options,
    ...(builtFrom === undefined ? {} : { define: { PROGRAM_BUILD: JSON.stringify(digestOf(builtFrom)) } }),
    entryPoints: [source],
    outfile: join(values.outdir, `${name}.js`),
    bundle: true,
    metafile: true,
    minify: values.production === true,
    sourcemap: values.production === true ? false : 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
  for (const input of Object.keys(metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found !== null) packages.add(found[1]);
  }
  const [, output] = Object.entries(metafile.outputs).find(([path]) => path.endsWith('.js'));
  const size = output.bytes / 1024;
  const over = values.production === true && size > budget;
  process.stdout.write(`${name}.js  ${size.toFixed(1)} KB${values.production ? ` of ${budget} KB${over ? '  OVER BUDGET' : ''}` : ''}\n`);
  if (over) process.exitCode = 1;
}
writeFileSync(join(values.outdir, 'licenses.txt'), [...packages].toSorted().map(license).join('\n\n'));

/** Tells one build of a bundle from another. */
function digestOf(name) {
  return createHash('sha256').update(readFileSync(join(values.outdir, `${name}.js`))).digest('hex');
}

/** The licence of a bundled package, which has to travel with it. */
function license(name) {
  const folder = join('node_modules', name);
  const file = globSync('{LICENSE,LICENCE,license}*', { cwd: folder })[0];
  const text = file === undefined ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).license : readFileSync(join(folder, file), 'utf8');
  return `${name}\n${'='.repeat(name.length)}\n${text.trim()}`;
}
