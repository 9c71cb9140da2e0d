import type { AgentSource } from '../model/captureSource.ts';
import { claudeCode } from './agents/claudeCode/claudeCode.ts';
import { codex } from './agents/codex/codex.ts';
import { copilotChat } from './agents/copilotChat/copilotChat.ts';
import { copilotCli } from './agents/copilotCli/copilotCli.ts';
import { gemini } from './agents/gemini/gemini.ts';
import { qwen } from './agents/qwen/qwen.ts';
import { opencode, kilo } from './agents/opencode/opencode.ts';
import { cline, kiloCode, roo } from './agents/cline/cline.ts';
import { cursor } from './agents/cursor/cursor.ts';

/** The agents whose logs can be read. A further agent is one file and one line. */
export const agentSources: readonly AgentSource[] = [claudeCode, codex, copilotChat, copilotCli, gemini, qwen, opencode, kilo, cline, kiloCode, roo, cursor];
