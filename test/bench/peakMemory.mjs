// Loaded into a measured process: leaves its peak memory in KB in a file when it ends.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.BENCH_PEAK_FILE, String(peak()));
});

/** On Linux maxRSS begins with what the parent held when it forked; the kernel's own mark does not. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}
