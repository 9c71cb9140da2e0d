import type { Project, ProgressStep } from '../../model/project.ts';
import type { ReadModel } from '../../model/readModel.ts';
import { catFiles } from '../../git/blobs.ts';
import { buildReport } from '../../report/buildReport.ts';
import { renderHtml } from '../../report/html.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import { skipKey } from '../../report/weekToAsk.ts';
import { defaultSince, parseSince } from '../../report/window.ts';
import { evidenceTest } from './evidenceTest.ts';
import type { Answer, Ask, CallName, ProjectAddress } from './protocol.ts';

/** What a call is given beside what was asked. */
export interface CallContext {
  readonly project: Project;
  readonly address: ProjectAddress;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** UTC ms that counts as now. */
  readonly asOf: number;
  readonly signal: AbortSignal;
  readonly progress: (step: ProgressStep) => void;
}

type Call<Name extends CallName> = (ask: Ask<Name>, context: CallContext) => Promise<Answer<Name>>;

/** More than this is not shown in a diff. */
const largestFile = 5_000_000;

/** Everything the worker does, one function a call. */
export const calls: { readonly [Name in CallName]: Call<Name> } = {
  report: (_ask, context) => report(context),
  scan: async (_ask, context) => {
    const summary = await context.project.scan(context.signal);
    context.progress({ name: 'Making the report', done: 0, total: null });
    return { summary, report: await report(context) };
  },
  evidence: async (ask, { project, signal }) => {
    const lines = [];
    for await (const line of project.evidence(evidenceTest(ask))) {
      signal.throwIfAborted();
      lines.push(line);
    }
    return lines;
  },
  story: ({ file, line }, { project }) => project.story(file, line),
  markdown: async (_ask, context) => renderMarkdown(await report(context)),
  html: async (_ask, context) => renderHtml(await report(context)),
  fileAt: ({ revision, path }, context) => blob(`${revision}:${path}`, context),
  dismiss: async ({ key }, context) => {
    await context.project.dismiss(key);
    return await report(context);
  },
  answerWeek: async ({ week, answer }, context) => {
    if (answer === null) await context.project.dismiss(skipKey(week));
    else await context.project.answerWeek({ week, ...answer });
    return await report(context);
  },
  clearPaceRange: async (_ask, context) => {
    await context.project.setPaceRange(null);
    return await report(context);
  },
  keepObserved: (observed, { project }) => project.keepObserved(observed),
  linesAhead: (_ask, { project }) => project.linesAhead(),
  recognise: ({ file, text }, { project }) => project.recognise(file, text),
  stored: (_ask, { project }) => project.stored(),
  erase: (_ask, { project }) => project.erase(),
};

async function report(context: CallContext): Promise<ReadModel> {
  const { project, address, asOf } = context;
  const facts = await project.reportFacts();
  const { paceRange } = address;
  if (paceRange !== null && JSON.stringify(paceRange) !== JSON.stringify(facts.work.paceRange)) {
    // The ledger keeps the pace, so that the terminal tells the same hours as the sidebar.
    await project.setPaceRange(paceRange);
    return await report({ ...context, address: { ...address, paceRange: null } });
  }
  return buildReport(facts, { since: parseSince(defaultSince), asOf });
}

async function blob(name: string, { address, env, signal }: CallContext): Promise<string | null> {
  for await (const { content } of catFiles({ directory: address.repoDir, env }, [name], { maxBytes: largestFile, signal })) {
    return content === null ? null : content.toString('utf8');
  }
  return null;
}
