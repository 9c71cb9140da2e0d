/** How long each step of a scan took. */
export interface Stopwatch {
  /** Ends the step that was under way. */
  readonly lap: (name: string, found: string) => void;
  readonly steps: () => readonly { readonly name: string; readonly milliseconds: number; readonly found: string }[];
}

export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const steps: { name: string; milliseconds: number; found: string }[] = [];
  let last = now();
  return {
    lap: (name, found) => {
      const at = now();
      steps.push({ name, milliseconds: Math.round(at - last), found });
      last = at;
    },
    steps: () => steps,
  };
}
