/** What a stage of `npm test` found. Failures name the test and say what is wrong. */
export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What every stage is given. */
export interface StageContext {
  /** The repository. */
  readonly root: string;
  /** The Node that tests run on. */
  readonly node: string;
  /** Arguments after `--`: parts of file paths, and mocha's `-g TEXT`. */
  readonly args: readonly string[];
  /** Whether what the tests themselves print is left out. */
  readonly quiet?: boolean;
  /** Prints one line, or several. */
  readonly print: (text: string) => void;
}

/** One stage: a name for the header line and the work. Returns undefined where there is nothing to run. */
export interface Stage {
  readonly name: string;
  readonly run: (context: StageContext) => Promise<StageResult | undefined>;
}

export const onePassed: StageResult = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: StageResult = { passed: 0, failed: 1, skipped: 0 };

/** The sum of several results. */
export function add(results: readonly StageResult[]): StageResult {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) {
    sum.passed += result.passed;
    sum.failed += result.failed;
    sum.skipped += result.skipped;
  }
  return sum;
}

/** '3 passed, 0 failed', and ', 1 skipped' where something was. */
export function summary(result: StageResult): string {
  const skipped = result.skipped === 0 ? '' : `, ${result.skipped} skipped`;
  return `${result.passed} passed, ${result.failed} failed${skipped}`;
}
