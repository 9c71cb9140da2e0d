const languages: Readonly<Record<string, readonly string[]>> = {
  TypeScript: ['ts', 'tsx', 'mts', 'cts'],
  JavaScript: ['js', 'jsx', 'mjs', 'cjs'],
  Python: ['py', 'pyi', 'ipynb'],
  Go: ['go'],
  Rust: ['rs'],
  Java: ['java'],
  Kotlin: ['kt', 'kts'],
  'C#': ['cs'],
  C: ['c', 'h'],
  'C++': ['cc', 'cpp', 'cxx', 'hh', 'hpp'],
  Swift: ['swift'],
  Ruby: ['rb'],
  PHP: ['php'],
  Scala: ['scala'],
  Elixir: ['ex', 'exs'],
  Dart: ['dart'],
  Vue: ['vue'],
  Svelte: ['svelte'],
  HTML: ['html', 'htm'],
  CSS: ['css', 'scss', 'sass', 'less', 'styl'],
  SQL: ['sql'],
  Shell: ['sh', 'bash', 'zsh', 'fish'],
  Nix: ['nix'],
  Terraform: ['tf', 'hcl'],
  YAML: ['yml', 'yaml'],
  JSON: ['json', 'jsonc', 'json5'],
  TOML: ['toml'],
  Markdown: ['md', 'mdx', 'markdown'],
};

const byExtension = new Map(Object.entries(languages).flatMap(([language, extensions]) => extensions.map((extension) => [extension, language] as const)));

/** The language of a path (relative, `/` between parts) by its extension; `other` where it is none of the usual. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return byExtension.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'other';
}
