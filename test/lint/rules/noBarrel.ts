import { basename } from 'node:path';
import type { Body, Context, Node, Rule, Sourced, Visitor } from '../ast.ts';

/** No file that only passes on what others export, and none called index: an import names the file it needs. */
export const noBarrel: Rule = {
  create(context: Context): Visitor {
    return {
      Program: (node: Body): void => {
        if (/^index\.[cm]?[jt]s$/.test(basename(context.filename))) {
          context.report({ message: 'Name the file after what it holds, not index.', node });
        }
        const passedOn = node.body.filter((one) => isPassedOn(one));
        for (const one of passedOn) {
          context.report({ message: 'Import from the file that declares it instead of passing it on (barrel).', node: one });
        }
      },
    };
  },
};

function isPassedOn(node: Node): boolean {
  if (node.type === 'ExportAllDeclaration') return true;
  return node.type === 'ExportNamedDeclaration' && (node as Sourced).source !== null;
}
