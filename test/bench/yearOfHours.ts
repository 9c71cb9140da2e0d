import { day } from '../../src/model/time.ts';
import { seededRandom } from '../../src/survival/curves/seededRandom.ts';
import { assumedValues } from '../../src/value/assumptions.ts';
import { valueOf } from '../../src/value/valueReport.ts';
import { aiWeek, drawTruth, handEpisodes, week0 } from '../gaming/world/simulatedPerson.ts';

/** Run by itself: prints the CPU time (ms) of estimating a year of one person, every week of it answered, in a process that has done nothing before. */
const weeks = 52;
const values = assumedValues();
const truth = drawTruth(values, seededRandom(4), 1.2);
const ai = Array.from({ length: weeks }, (_, week) => aiWeek(truth, values, week, seededRandom(50 + week)).map(({ episode }) => episode)).flat();
const hand = handEpisodes(truth, 200, seededRandom(5)).map((episode, at) => ({ ...episode, day: week0 + Math.floor((at * weeks * 7) / 200) * day }));
const monday = week0 - day / 2;
const felt = Array.from({ length: weeks }, (_, week) => ({ week: monday + 7 * week * day, saved: 2, fixing: 1 }));
const until = monday + weeks * 7 * day;
const before = process.cpuUsage();
const { value } = valueOf({ episodes: [...ai, ...hand], window: { since: monday, until }, asOf: until + 2 * day, paceRange: null, felt, set: {}, seed: 9 });
const { user, system } = process.cpuUsage(before);
if (value.weeks.length !== weeks || value.felt.weeks.length !== weeks) throw new Error(`${value.weeks.length} weeks told, ${value.felt.weeks.length} of them answered, of ${weeks}`);
process.stdout.write(`${(user + system) / 1000}\n`);
