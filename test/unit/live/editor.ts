import type { ChangeEvent, LiveCapture } from '../../../src/capture/live/liveCapture.ts';
import type { Piece } from '../../../src/capture/live/signal.ts';

export const root = '/repo';
export const file = '/repo/src/total.ts';
export const start = Date.UTC(2026, 5, 1, 9);

/** A document in an editor that tells what happens to it as VS Code does. */
export function editor(capture: LiveCapture, name = file, first = '') {
  let text = first;
  let dirty = false;
  let at = start;
  const document = { file: name, root, text: () => text };
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
      dirty = true;
      apply([{ offset: place, removed, text: inserted }], { dirty: true, ...event });
    },
    /** Back or forward again to `to`, as one step. */
    travel(reason: 'undo' | 'redo', to: string) {
      const most = Math.min(text.length, to.length);
      let head = 0;
      while (head < most && text[head] === to[head]) head++;
      let tail = 0;
      while (tail < most - head && text[text.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
      this.insert(to.slice(head, to.length - tail), { reason }, head, text.length - head - tail);
    },
    save() {
      dirty = false;
      capture.saved(name, at);
      capture.diskChanged(name, at + 85);
    },
    accept(how: 'whole' | 'word', inserted: string) {
      capture.acceptBegan(name, how);
      this.insert(inserted);
      capture.selected(name, null, text.length, at + 2);
      capture.acceptEnded();
    },
    reload(to: string) {
      capture.diskChanged(name, at);
      at += 25;
      dirty = false;
      apply([{ offset: 0, removed: text.length, text: to }], { dirty: false, atCaret: false });
    },
  };
}
