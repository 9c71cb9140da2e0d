import type { AgentSource } from '../model/captureSource.ts';
import { claudeCode } from './agents/claudeCode/claudeCode.ts';
import { codex } from './agents/codex/codex.ts';
import { copilotChat } from './agents/copilotChat/copilotChat.ts';

/** The agents whose logs can be read. A further agent is one file and one line. */
export const agentSources: readonly AgentSource[] = [claudeCode, codex, copilotChat];
