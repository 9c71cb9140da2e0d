import { relative } from 'node:path';
import type { SettledChange } from '../../capture/live/documentTracker.ts';
import type { LiveDocument } from '../../capture/live/liveCapture.ts';

/**
 * What a change of a document was taken for, as a line of the log: kind, counts of characters, and the source that
 * the editor itself named where it does. Never text.
 */
export function changeLine({ file, root }: Pick<LiveDocument, 'file' | 'root'>, { kind, pieces, detailed }: Pick<SettledChange, 'kind' | 'pieces' | 'detailed'>): string {
  const sum = (count: (piece: SettledChange['pieces'][number]) => number): number => pieces.reduce((total, piece) => total + count(piece), 0);
  const characters = `+${sum(({ text }) => text.length)} -${sum(({ removed }) => removed)}`;
  return `edit: ${kind}, ${characters}, ${detailed === null ? 'no reason given' : `reason ${detailed.source}`}: ${relative(root, file)}`;
}
