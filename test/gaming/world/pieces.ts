import type { Episode } from '../../../src/model/episode.ts';
import { hoursOf } from './simulatedPerson.ts';
import { addHours, scaleTime } from './scale.ts';

/** What turns an episode into one of which nothing reached a commit; prompting and watching took a fifth of its time. */
export function abandoned(episode: Episode, lines: number): Partial<Episode> {
  const dead = { alive: 0, dead: lines, open: 0 };
  const hours = Object.values(episode.hours).reduce((sum, one) => sum + one, 0);
  return { aiLines: lines, handLines: 0, survival: { 0: dead, 30: dead, 90: dead }, hours: hoursOf({ prompting: hours / 10, waiting: hours / 10 }) };
}

/** A hand-written episode as a forged log describes it. */
export function claimed(episode: Episode): Episode {
  const alive = { alive: episode.handLines, dead: 0, open: 0 };
  return { ...episode, aiLines: episode.handLines, handLines: 0, survival: { 0: alive, 30: alive, 90: alive } };
}

/** An episode in two: what lives with most of the time, what is sure to die with a twentieth of it. */
export function deadApart(episode: Episode): Episode[] {
  const { alive, dead, open } = episode.survival[30];
  const kept = { alive, dead: 0, open };
  const gone = { alive: 0, dead, open: 0 };
  const lost = dead === 0 ? 0 : 0.05;
  return [
    { ...episode, aiLines: alive + open, survival: { 0: { alive: alive + open, dead: 0, open: 0 }, 30: kept, 90: kept }, hours: scaleTime(episode.hours, 1 - lost) },
    { ...episode, id: `${episode.id}/dead`, aiLines: dead, handLines: 0, survival: { 0: { alive: dead, dead: 0, open: 0 }, 30: gone, 90: gone }, hours: addHours(scaleTime(episode.hours, lost), {}) },
  ];
}
