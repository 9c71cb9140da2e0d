import { agentTraceNotes } from './agentTrace.ts';
import { gitAiNotes } from './gitAiNotes.ts';
import type { NoteSource } from './noteSource.ts';

/** Line-level records that tools leave in git notes. A further kind is one file and one line. */
export const noteSources: readonly NoteSource[] = [gitAiNotes, agentTraceNotes];
