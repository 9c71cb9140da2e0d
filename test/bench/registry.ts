import type { BenchRow } from './row.ts';
import { bundleSizes } from './rows/bundleSizes.ts';
import { coldScan } from './rows/coldScan.ts';
import { coldScanLarge } from './rows/coldScanLarge.ts';
import { growth } from './rows/growth.ts';
import { hostRows } from './rows/hostRows.ts';
import { idleWatch } from './rows/idleWatch.ts';
import { ledgerMillion } from './rows/ledgerMillion.ts';
import { liveEdits } from './rows/liveEdits.ts';
import { logReading } from './rows/logReading.ts';
import { realTeam } from './rows/realTeam.ts';
import { secondScan } from './rows/secondScan.ts';
import { yearOfHours } from './rows/yearOfHours.ts';
import { youngInOld } from './rows/youngInOld.ts';

/** The rows of the design's budget table, quickest first. A further row is one file and one line. */
export const rows: readonly BenchRow[] = [bundleSizes, liveEdits, yearOfHours, secondScan, idleWatch, hostRows, coldScan, realTeam, logReading, ledgerMillion, growth, youngInOld, coldScanLarge];
