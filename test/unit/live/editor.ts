import type { ChangeEvent, LiveCapture } from '../../../src/capture/live/liveCapture.ts';
import type { Piece } from '../../../src/capture/live/signal.ts';

export const root = '/repo';
export const file = '/repo/src/total.ts';
export const start = Date.UTC(2026, 5, 1, 9);

/** A document in an editor that tells what happens to it as VS Code does. */
export function editor(capture: LiveCapture, name = file, first = '', { top = root, unsaved = false } = {}) {
  let text = first;
  let dirty = unsaved;
  let at = start;
  const document = { file: name, root: top, text: () => text, isDirty: () => dirty };
  const apply = (pieces: readonly Piece[], event: Partial<ChangeEvent>): void => {
    for (const { offset, removed, text: inserted } of pieces.toSorted((a, b) => b.offset - a.offset)) text = text.slice(0, offset) + inserted + text.slice(offset + removed);
    capture.changed(document, { at, pieces, reason: null, dirty, visible: true, atCaret: true, detailed: null, ...event });
  };
  return {
    document,
    text: () => text,
    at: () => at,
    wait(milliseconds: number) { at += milliseconds; },
    type(characters: string, from = text.length) {
      let place = from - 1;
      for (const character of characters) {
        place++;
        apply([{ offset: place, removed: 0, text: character }], {});
        if (!dirty) capture.becameDirty(name);
        dirty = true;
        capture.selected(name, character === '\n' ? null : 'keyboard', place + 1, (at += 2));
        at += 50;
      }
    },
    insert(inserted: string, event: Partial<ChangeEvent> = {}, place = text.length, removed = 0) {
      // A change that makes unsaved changes does not say so: an event after it does.
      const clean = !dirty;
      dirty = true;
      apply([{ offset: place, removed, text: inserted }], { dirty: !clean, ...event });
      if (clean && event.dirty === undefined) capture.becameDirty(name);
    },
    /** Back or forward again to `to`, as one step. */
    travel(reason: 'undo' | 'redo', to: string, piece: Piece = whatChanged(text, to)) {
      const clean = !dirty;
      dirty = true;
      apply([piece], { reason, dirty: !clean });
      if (clean) capture.becameDirty(name);
    },
    save() {
      dirty = false;
      capture.saved(name, at);
      capture.diskChanged(name, at + 85);
    },
    accept(how: 'whole' | 'word', inserted: string, place = text.length) {
      this.insert(inserted, {}, place);
      capture.selected(name, null, place + inserted.length, at + 2);
      capture.accepted(name, how, at + 4);
    },
    /** The file was written from outside: the editor gives what lies between the first and the last line that changed. */
    reload(to: string, outside = true) {
      if (outside) capture.diskChanged(name, at);
      at += 25;
      dirty = false;
      const [old, now] = [linesOf(text), linesOf(to)];
      let head = 0;
      while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
      let tail = 0;
      while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
      const length = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);
      const piece = { offset: length(old.slice(0, head)), removed: length(old.slice(head, old.length - tail)), text: now.slice(head, now.length - tail).join('') };
      if (piece.removed + piece.text.length > 0) apply([piece], { dirty: false, atCaret: false });
      else capture.becameClean(name);
    },
  };
}

/** Lines with their ends. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function whatChanged(now: string, to: string): Piece {
  const most = Math.min(now.length, to.length);
  let head = 0;
  while (head < most && now[head] === to[head]) head++;
  let tail = 0;
  while (tail < most - head && now[now.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  return { offset: head, removed: now.length - tail - head, text: to.slice(head, to.length - tail) };
}
