import type { Context, Node, Rule, Visitor } from '../ast.ts';

/** Bytes. The usual file is about a fifth of it. */
export const largestFile = 15 * 1024;

/** One concept a file: what does not fit into 15 KB is more than one. */
export const fileSize: Rule = {
  create(context: Context): Visitor {
    return {
      Program: (node: Node): void => {
        const size = Buffer.byteLength(context.sourceCode.text);
        if (size <= largestFile) return;
        context.report({ message: `The file has ${size} bytes, more than ${largestFile}: split it by concept.`, node });
      },
    };
  },
};
