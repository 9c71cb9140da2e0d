import type { AgentSource } from '../model/captureSource.ts';
import { claudeCode } from './agents/claudeCode/claudeCode.ts';

/** The agents whose logs can be read. A further agent is one file and one line. */
export const agentSources: readonly AgentSource[] = [claudeCode];
