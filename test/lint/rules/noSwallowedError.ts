import type { CatchClause, Context, Rule, Visitor } from '../ast.ts';

/** A catch that does nothing hides the error, with or without a comment in it. */
export const noSwallowedError: Rule = {
  create(context: Context): Visitor {
    return {
      CatchClause: (node: CatchClause): void => {
        if (node.body.body.length > 0) return;
        context.report({ message: 'This catch swallows the error: handle it, count it or let it through.', node });
      },
    };
  },
};
