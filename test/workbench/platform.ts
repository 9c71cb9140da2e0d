import { HumanError } from '../../src/model/humanError.ts';

/** Why the VS Code from npm can't run here, or undefined where it can. */
export function whyNotHere(platform: string = process.platform, arch: string = process.arch): string | undefined {
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return undefined;
  return `The VS Code from npm runs on Linux (x64, arm64) only, and this is ${platform} on ${arch}`;
}

/** Throws where the VS Code from npm can't run, and says what to use instead. */
export function requireLinux(): void {
  const why = whyNotHere();
  if (why === undefined) return;
  throw new HumanError(`${why}. Put the "code" command of the desktop VS Code on PATH ("Shell Command: Install 'code' command in PATH") and run npm start, or npm run test:desktop.`);
}
