/** Why a file's lines never count as anybody's writing. */
export type ExclusionReason = 'lock' | 'generated' | 'vendored' | 'minified' | 'snapshot';

/** One row of the table: what the path looks like, and what that says. The first that fits wins. */
export interface ExclusionPattern {
  readonly reason: ExclusionReason;
  /** Against the whole path, `/` between its parts. */
  readonly path: RegExp;
}

const inFolder = (names: string): RegExp => new RegExp(`(?:^|/)(?:${names})/`);
const named = (names: string): RegExp => new RegExp(`(?:^|/)(?:${names})$`, 'i');

export const exclusionPatterns: readonly ExclusionPattern[] = [
  // Written by package managers.
  { reason: 'lock', path: named('package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.ya?ml|bun\\.lockb?|deno\\.lock|shrinkwrap\\.ya?ml') },
  { reason: 'lock', path: named('cargo\\.lock|go\\.sum|go\\.work\\.sum|gemfile\\.lock|composer\\.lock|poetry\\.lock|pdm\\.lock|uv\\.lock|pipfile\\.lock|pixi\\.lock|conda-lock\\.yml') },
  { reason: 'lock', path: named('mix\\.lock|rebar\\.lock|pubspec\\.lock|podfile\\.lock|cartfile\\.resolved|package\\.resolved|flake\\.lock|packages\\.lock\\.json|paket\\.lock|gradle\\.lockfile') },
  { reason: 'lock', path: named('buildscript-gradle\\.lockfile|stack\\.yaml\\.lock|cabal\\.project\\.freeze|\\.terraform\\.lock\\.hcl|module\\.bazel\\.lock|chart\\.lock') },
  // Other people's code, copied in.
  { reason: 'vendored', path: inFolder('node_modules|bower_components|jspm_packages|vendor|vendored|third[_-]party|\\.yarn/(?:releases|plugins|sdks|cache)') },
  { reason: 'vendored', path: inFolder('\\.venv|venv|site-packages|__pypackages__|Pods|Carthage/(?:Build|Checkouts)|elm-stuff|\\.bundle/gems') },
  { reason: 'vendored', path: named('gradlew|gradlew\\.bat|mvnw|mvnw\\.cmd') },
  // Squeezed for the browser, and the maps that go with it.
  { reason: 'minified', path: /[.-]min\.(?:js|cjs|mjs|css|html|svg)$/i },
  { reason: 'minified', path: /\.(?:js|cjs|mjs|css|ts)\.map$/i },
  { reason: 'minified', path: /\.bundle\.(?:js|css)$/i },
  // Written by a test run.
  { reason: 'snapshot', path: inFolder('__snapshots__|__image_snapshots__|__recordings__|cassettes') },
  { reason: 'snapshot', path: /\.(?:snap|snap\.new|snapshot|approved\.txt|received\.txt|ambr)$/i },
  // Written by a compiler, a schema tool or a build.
  { reason: 'generated', path: /(?:\.pb\.(?:go|cc|h|c|swift|dart|rb)|_pb2(?:_grpc)?\.pyi?|_pb\.(?:js|d\.ts|ts|rb)|\.pb\.gw\.go|_grpc\.pb\.go|\.pbobjc\.[hm])$/ },
  { reason: 'generated', path: /(?:\.g\.dart|\.freezed\.dart|\.gen\.(?:go|ts|tsx|js|rs|swift|dart)|\.generated\.[a-z]+|_generated\.[a-z]+|zz_generated\.[a-z0-9_.]+)$/i },
  { reason: 'generated', path: /\.(?:designer\.(?:cs|vb)|g\.cs|g\.i\.cs|xib\.h|storyboardc)$/i },
  { reason: 'generated', path: /\.(?:pbxproj|xcworkspacedata|xcscheme|tsbuildinfo|pyc|class|wasm|lcov)$/i },
  { reason: 'generated', path: inFolder('__generated__|generated|\\.next|\\.nuxt|\\.svelte-kit|\\.turbo|\\.dart_tool|\\.gradle|DerivedData|\\.nyc_output') },
];

/** By the name alone; null when nothing speaks against the file. */
export function excludedByName(path: string): ExclusionReason | null {
  return exclusionPatterns.find((pattern) => pattern.path.test(path))?.reason ?? null;
}
