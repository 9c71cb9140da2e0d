import { emptyCounts } from '../../../model/captureSource.ts';
import type { CaptureContext, CaptureCounts, SessionFacts } from '../../../model/captureSource.ts';
import type { Contribution } from '../../../model/contribution.ts';
import { isUtf8 } from 'node:buffer';
import { eachLine } from '../../lineBlocks.ts';
import type { LineBlock } from '../../lineBlocks.ts';
import { rememberedTools, toolByName, toolByResult } from './editTools.ts';
import type { FileEdit } from '../../edits/fileEdit.ts';
import type { EditTool } from './fileEditTool.ts';
import { asObject, parseJson } from '../../json.ts';
import type { Json } from '../../json.ts';
import { lineScan } from './lineScan.ts';
import { parseEditRecord } from './originalFile.ts';
import { outcomeOf } from './outcome.ts';
import { places } from './places.ts';
import { passedTurns, timeOf } from './passedTurns.ts';
import { knownTypes, modelOf, readRecord, toolCalls, toolResults, turnSide } from './record.ts';
import type { ClaudeRecord, ToolResult } from './record.ts';
import { type TurnCarry, turnTimes } from '../../reading/turnTimes.ts';
import type { SessionTurns } from '../../../model/sessionTurns.ts';
import type { WaitingCall } from './waitingCalls.ts';

export const claudeSource = 'claude-code';
export const claudeTool = 'claude';

/** The records of one transcript, being turned into contributions. */
export interface Reading {
  readonly contributions: Contribution[];
  readonly counts: CaptureCounts;
  readonly waiting: ReadonlyMap<string, WaitingCall>;
  readonly visit: (block: LineBlock) => void;
  /** Takes up a call that an earlier reading left waiting. */
  readonly resume: (id: string, line: Buffer, offset: number) => void;
  /** Takes up the turn that an earlier reading ended in. */
  readonly resumeTurn: (carry: TurnCarry | null) => void;
  readonly savedTurn: () => TurnCarry | null;
  readonly turns: () => Omit<SessionTurns, 'whole'>[];
  readonly sessions: () => SessionFacts[];
  /** Whether anything in it belongs to this repository. */
  readonly relevant: () => boolean;
}

export function startReading(context: CaptureContext): Reading {
  const counts = emptyCounts();
  const contributions: Contribution[] = [];
  const waiting = new Map<string, WaitingCall>();
  const seen = context.seen ?? new Set<string>();
  const where = places(context.paths);
  let turns = turnTimes(null);
  const passed = passedTurns((session, at, inside) => turns.turn('agent', session, at, inside));
  let edited = false;
  let lastModel: string | null = null;

  const here = (file: string | null, cwd: string | null): boolean => (file === null ? where.inRepository(cwd) : context.paths.map(file, cwd) !== null);

  const takeCalls = (record: ClaudeRecord, offset: number, length: number, only: string | null = null): void => {
    const model = modelOf(record);
    lastModel = model ?? lastModel;
    for (const { id, name, input } of toolCalls(record)) {
      if (!rememberedTools.has(name) || seen.has(id) || (only !== null && id !== only)) continue;
      const target = toolByName(name)?.target(input) ?? null;
      waiting.set(id, { id, tool: name, input, model, cwd: record.cwd, at: record.at, here: here(target, record.cwd) && !isHeld(id), offset, length });
    }
  };

  /** Read before: its result is a duplicate, and where it is not copied along, nothing is unanswered. */
  const isHeld = (id: string): boolean => context.known(`${claudeSource}:${id}`);

  const takeResults = (record: ClaudeRecord): void => {
    const given = asObject(record.json['toolUseResult']);
    const results = toolResults(record);
    if (results.length === 0 && given !== null) results.push({ id: null, isError: false, words: '' });
    const copied = record.uuid !== null && seen.has(record.uuid);
    for (const result of results) {
      const call = result.id === null ? null : (waiting.get(result.id) ?? null);
      if (call !== null) waiting.delete(call.id);
      const tool = call === null ? (given === null ? null : toolByResult(given)) : toolByName(call.tool);
      // Results that share a record share `toolUseResult`; it is the one's whose shape it has.
      const own = given !== null && (results.length === 1 || tool?.owns(given) === true) ? given : null;
      if (tool !== null) takeResult(record, result, call, tool, own, copied);
    }
  };

  const takeResult = (record: ClaudeRecord, result: ToolResult, call: WaitingCall | null, tool: EditTool, given: Json | null, copied: boolean): void => {
    const id = result.id ?? record.uuid;
    if (id === null) return void counts.unreadable++;
    const again = copied || seen.has(id);
    seen.add(id);
    if (record.uuid !== null) seen.add(record.uuid);
    const cwd = record.cwd ?? call?.cwd ?? null;
    const outcome = outcomeOf(record, result);
    if (outcome === 'accepted') {
      const edits = tool.edits(call?.input ?? null, given, result.words);
      if (edits === null) counts.unreadable++;
      else edits.forEach((edit, index) => takeEdit(record, call, edit, edits.length > 1 ? `${id}:${index}` : id, cwd, again));
    } else if (!again) {
      const target = call === null ? null : tool.target(call.input);
      if (here(target, cwd)) counts[outcome]++;
    }
  };

  const takeEdit = (record: ClaudeRecord, call: WaitingCall | null, edit: FileEdit, id: string, cwd: string | null, again: boolean): void => {
    const place = context.paths.map(edit.file, cwd);
    if (place === null) {
      if (!again) counts.elsewhere++;
      return;
    }
    edited = true;
    const written = record.at ?? call?.at ?? null;
    if (written !== null) turns.edited(record.session ?? '', written);
    const fullId = `${claudeSource}:${id}`;
    if (again || context.known(fullId)) return void counts.duplicates++;
    if (written === null) return void counts.unreadable++;
    counts.accepted++;
    const session = record.session ?? '';
    if (session !== '') where.seen(session, written);
    contributions.push({
      id: fullId, source: claudeSource, tool: claudeTool, model: call === null ? lastModel : call.model, session, at: written,
      path: place.path, worktree: place.worktree, branch: record.branch, operation: edit.operation, grade: 'recorded', mine: true,
      ...edit.lines(place.path, context.key),
    });
  };

  const take = (line: Buffer, offset: number, length: number): void => {
    const json = parseEditRecord(line, parseJson);
    if (json === undefined) return void counts.unreadable++;
    const object = asObject(json);
    const record = object === null ? null : readRecord(object);
    if (record === null || !knownTypes.has(record.type)) return void counts.unknownRecords++;
    if (record.session !== null && record.at !== null && where.inRepository(record.cwd)) where.seen(record.session, record.at);
    const side = turnSide(record);
    if (side !== null && record.at !== null) turns.turn(side, record.session ?? '', record.at, where.inRepository(record.cwd));
    if (record.type === 'assistant') takeCalls(record, offset, length);
    else if (record.type === 'user') takeResults(record);
  };

  return {
    contributions, counts, waiting,
    visit(block) {
      const { bytes } = block;
      const valid = isUtf8(bytes.subarray(block.from, block.to));
      const look = lineScan(block, waiting);
      eachLine(block, (from, to) => {
        if (from === to) return;
        counts.records++;
        // A line cut by a crash or full of rubbish is seen by its ends, also where its content is not needed.
        const whole = bytes[from] === 123 && bytes[to - 1] === 125;
        if (!valid && !isUtf8(bytes.subarray(from, to))) return void counts.unreadable++;
        const seenIn = whole ? look(from, to) : null;
        if (seenIn?.verdict === 'pass') {
          const place = where.passed(block, seenIn.placeFrom, seenIn.placeTo, from, to);
          if (seenIn.agent) passed.agent(block, place, from, to);
          return;
        }
        passed.settle();
        take(bytes.subarray(from, to), block.offset + from - block.from, to - from);
      });
      passed.settle();
      where.endOfBlock((from, to) => timeOf(bytes, from, to));
    },
    resume(id, line, offset) {
      const json = asObject(parseJson(line.toString('utf8')));
      if (json !== null) takeCalls(readRecord(json), offset, line.length, id);
    },
    resumeTurn(carry) {
      turns = turnTimes(carry);
    },
    savedTurn: () => turns.save(),
    turns: () => turns.turns(),
    sessions: () => where.sessions(claudeSource, claudeTool),
    relevant: () => edited || where.any(),
  };
}

