import { availableParallelism } from 'node:os';

/** Runs the jobs, as many at a time as there are processors (at most four), and returns their results in order. */
export async function inParallel<T, R>(jobs: readonly T[], run: (job: T) => Promise<R>, width = Math.min(4, availableParallelism())): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < jobs.length; i = next++) results[i] = await run(jobs[i] as T);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
