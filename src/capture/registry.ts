import type { AgentSource } from '../model/captureSource.ts';
import { amp } from './agents/amp/amp.ts';
import { claudeCode } from './agents/claudeCode/claudeCode.ts';
import { cline, kiloCode, roo } from './agents/cline/cline.ts';
import { codex } from './agents/codex/codex.ts';
import { continueDev } from './agents/continue/continue.ts';
import { copilotChat } from './agents/copilotChat/copilotChat.ts';
import { copilotCli } from './agents/copilotCli/copilotCli.ts';
import { cursor } from './agents/cursor/cursor.ts';
import { droid } from './agents/droid/droid.ts';
import { gemini } from './agents/gemini/gemini.ts';
import { kilo, opencode } from './agents/opencode/opencode.ts';
import { pi } from './agents/pi/pi.ts';
import { qwen } from './agents/qwen/qwen.ts';
import { windsurf } from './agents/windsurf/windsurf.ts';

/** The agents whose logs can be read. A further agent is one file and one line. */
export const agentSources: readonly AgentSource[] = [
  claudeCode,
  codex,
  copilotChat,
  copilotCli,
  gemini,
  qwen,
  opencode,
  kilo,
  cline,
  roo,
  kiloCode,
  cursor,
  windsurf,
  continueDev,
  amp,
  droid,
  pi,
];
