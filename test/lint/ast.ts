/** The few shapes of the syntax tree (ESTree) and of oxlint's plugin interface that the house rules read. */

export interface Node {
  readonly type: string;
  readonly start?: number;
  readonly end?: number;
}

export interface Literal extends Node {
  readonly value?: unknown;
}

/** `import`, `export … from`, `export * from` and `import()` alike: all carry a source. */
export interface Sourced extends Node {
  readonly source: Literal | null;
  readonly importKind?: 'type' | 'value';
  readonly exportKind?: 'type' | 'value';
  readonly specifiers?: readonly (Node & { readonly imported?: { readonly name?: string } })[];
}

export interface Call extends Node {
  readonly callee: Node & { readonly name?: string; readonly property?: { readonly name?: string } };
  readonly arguments: readonly Literal[];
}

export interface Body extends Node {
  readonly body: readonly Node[];
}

export interface CatchClause extends Node {
  readonly body: Body;
}

export interface Context {
  readonly filename: string;
  readonly cwd: string;
  readonly sourceCode: { readonly text: string };
  readonly report: (problem: { message: string; node: Node }) => void;
}

/** A visitor: node type to what is done there. */
export type Visitor = Record<string, (node: never) => void>;

export interface Rule {
  create(context: Context): Visitor;
}
