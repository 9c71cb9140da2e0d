import * as z from 'zod/mini';
import { mostHours } from './episode.ts';
import { evidenceFilter, instant } from './readModelParts.ts';

const path = z.string().check(z.minLength(1), z.maxLength(4096));
/** An object id, or its first parent. */
const revision = z.string().check(z.regex(/^[0-9a-f]{40,64}\^?$/));

/** Hours somebody felt a week was worth. */
const feltHours = z.number().check(z.gte(0), z.lte(mostHours));

/**
 * What the webview may ask of the host. The webview is not trusted: whatever does not fit is refused.
 * `filters` name the lines of a figure: lines that fit any of them.
 */
export const sidebarMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  /** The first state is on the screen. */
  z.strictObject({ type: z.literal('painted') }),
  z.strictObject({ type: z.literal('scan') }),
  z.strictObject({ type: z.literal('cancel') }),
  z.strictObject({ type: z.literal('trust') }),
  z.strictObject({ type: z.literal('openFolder') }),
  z.strictObject({ type: z.literal('showLog') }),
  z.strictObject({ type: z.literal('observeInline') }),
  z.strictObject({ type: z.literal('showUnseen') }),
  z.strictObject({ type: z.literal('choose'), root: path }),
  z.strictObject({ type: z.literal('dismiss'), key: z.string().check(z.minLength(1), z.maxLength(1000)) }),
  z.strictObject({
    type: z.literal('evidence'),
    title: z.string().check(z.minLength(1), z.maxLength(200)),
    filters: z.array(evidenceFilter).check(z.minLength(1), z.maxLength(60)),
  }),
  /** What a week felt like, answered before its estimate is shown. */
  z.strictObject({ type: z.literal('answerWeek'), week: instant, saved: feltHours, fixing: feltHours }),
  z.strictObject({ type: z.literal('skipWeek'), week: instant }),
  z.strictObject({ type: z.literal('neverAsk') }),
  z.strictObject({ type: z.literal('editAssumptions') }),
  /** The difference a piece of work was lost in; a null side is an empty file. */
  z.strictObject({ type: z.literal('diff'), path, before: z.nullable(revision), after: z.nullable(revision) }),
]);
export type SidebarMessage = z.infer<typeof sidebarMessage>;

/** The message, or null when it is none. */
export function parseSidebarMessage(value: unknown): SidebarMessage | null {
  const parsed = sidebarMessage.safeParse(value);
  return parsed.success ? parsed.data : null;
}
