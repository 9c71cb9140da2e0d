import type { Call, Literal, Node, Sourced, Visitor } from './ast.ts';

/** One place where a file names another module. */
export interface Import {
  readonly node: Node;
  /** The module's name, or undefined where it is computed at run time. */
  readonly name: string | undefined;
  readonly typeOnly: boolean;
  /** The names taken from it: `import { a, b as c }` takes a and b. */
  readonly names: readonly string[];
}

/** A visitor that reports every way of naming a module: import, export from, import(), require, getBuiltinModule. */
export function onImports(found: (one: Import) => void): Visitor {
  const declared = (node: Sourced): void => {
    if (node.source === null) return;
    found({ node, name: text(node.source), typeOnly: isTypeOnly(node), names: namesOf(node) });
  };
  return {
    ImportDeclaration: declared,
    ExportNamedDeclaration: declared,
    ExportAllDeclaration: declared,
    ImportExpression: (node: Sourced): void => {
      found({ node, name: node.source === null ? undefined : text(node.source), typeOnly: false, names: [] });
    },
    CallExpression: (node: Call): void => {
      const called = node.callee.name ?? node.callee.property?.name;
      if (called !== 'require' && called !== 'getBuiltinModule') return;
      found({ node, name: text(node.arguments[0]), typeOnly: false, names: [] });
    },
  };
}

function isTypeOnly(node: Sourced): boolean {
  return node.importKind === 'type' || node.exportKind === 'type';
}

function namesOf(node: Sourced): string[] {
  return (node.specifiers ?? []).map((one) => one.imported?.name).filter((name) => name !== undefined);
}

function text(literal: Literal | undefined): string | undefined {
  return typeof literal?.value === 'string' ? literal.value : undefined;
}
