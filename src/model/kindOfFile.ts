import type { FileKind } from './readModelParts.ts';

/** Tried in order: a test written in Markdown is a test. */
const kinds: readonly { readonly kind: FileKind; readonly pattern: RegExp }[] = [
  { kind: 'tests', pattern: /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|testdata|fixtures|e2e)\/|(?:^|\/)(?:test_[^/]*|conftest\.py)$|(?:[._-](?:test|tests|spec|e2e)|Tests?|Spec)\.[a-z]+$/ },
  { kind: 'docs', pattern: /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|tex|org)$|(?:^|\/)(?:license|readme|changelog|contributing|authors|notice)[^/]*$/i },
  { kind: 'styles', pattern: /\.(?:css|scss|sass|less|styl|pcss)$/i },
  {
    kind: 'config',
    pattern: /\.(?:json|jsonc|json5|ya?ml|toml|ini|cfg|conf|properties|env|xml|plist|gradle|tf|tfvars|nix|hcl|lock)$|\.config\.[a-z]+$|(?:^|\/)(?:Dockerfile|Makefile|Justfile|Rakefile|\.[^/]+)$|(?:^|\/)\.(?:github|circleci|vscode|devcontainer)\//i,
  },
];

/** What kind of file a path (relative, `/` between parts) names, by its name alone. */
export function kindOfFile(path: string): FileKind {
  return kinds.find(({ pattern }) => pattern.test(path))?.kind ?? 'source';
}
