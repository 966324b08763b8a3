import type { AnyNode, Identifier, Pattern } from "../engines/javascript";

/** One name in one scope. */
export interface Variable {
  readonly name: string;
  readonly kind:
    | "var"
    | "let"
    | "const"
    | "using"
    | "await using"
    | "function"
    | "class"
    | "parameter"
    | "catch"
    | "import";
  readonly scope: Scope;
  /** Where it is declared, in the order of the source. */
  readonly declarations: Identifier[];
  readonly references: Reference[];
  /** Those of the references that write. */
  readonly writes: Reference[];
}

export interface Scope {
  readonly parent: Scope | null;
  readonly node: AnyNode;
  readonly variables: Map<string, Variable>;
}

export interface Reference {
  readonly node: Identifier;
  readonly writes: boolean;
  readonly reads: boolean;
  /** Null for a free name: one that nothing in the file declares. */
  variable: Variable | null;
}

declare module "acorn" {
  interface Node {
    /** Set by the checker's walk: the innermost scope around the node, its own where it opens one. */
    scope: Scope;
  }
}

export interface ScopeAnalysis {
  /** What the file declares at its top level. */
  readonly global: Scope;
  readonly references: readonly Reference[];
  /** References to names that nothing in the file declares, in the order of the source. */
  readonly free: readonly Reference[];
  /** The reference that an identifier is; undefined for property names, labels and declarations. */
  referenceOf(node: Identifier): Reference | undefined;
}

/**
 * Finds what each identifier means, in one pass over nodes that `walkNodes` hands out parents first. Declarations
 * hoist as in sloppy mode; a name below `with` is not free, since only a running page can tell what it is.
 */
export function createScopeAnalyzer(): { visit(node: AnyNode): void; finish(): ScopeAnalysis } {
  const bindings = new Set<Identifier>();
  const pending: { reference: Reference; scope: Scope }[] = [];
  let global: Scope | undefined;

  const declare = (scope: Scope, id: Identifier, kind: Variable["kind"]) => {
    bindings.add(id);
    const known = scope.variables.get(id.name);
    if (known !== undefined) known.declarations.push(id);
    else scope.variables.set(id.name, createVariable(scope, id, kind));
  };
  const declareAll = (scope: Scope, pattern: Pattern, kind: Variable["kind"]) => {
    for (const id of namesOf(pattern)) declare(scope, id, kind);
  };
  // Sloppy mode lets a function in a block be called from outside the block too.
  const declareFunction = (scope: Scope, id: Identifier) => {
    declare(scope, id, "function");
    const outer = functionScopeOf(scope);
    if (outer !== scope && !outer.variables.has(id.name)) declare(outer, id, "function");
  };

  const visit = (node: AnyNode) => {
    const around = node.parent?.scope ?? null;
    const own = opensScope(node) ? { parent: around, node, variables: new Map() } : (around as Scope);
    node.scope = own;
    global ??= own;
    switch (node.type) {
      case "VariableDeclaration":
        for (const { id } of node.declarations)
          declareAll(node.kind === "var" ? functionScopeOf(own) : own, id, node.kind);
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        for (const parameter of node.params) declareAll(own, parameter, "parameter");
        if (!node.id) return;
        if (node.type === "FunctionDeclaration") declareFunction(around as Scope, node.id);
        else if (own.variables.has(node.id.name)) bindings.add(node.id);
        else declare(own, node.id, "function");
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        if (node.id) declare(node.type === "ClassDeclaration" ? (around as Scope) : own, node.id, "class");
        return;
      case "CatchClause":
        if (node.param) declareAll(own, node.param, "catch");
        return;
      case "ImportDeclaration":
        for (const specifier of node.specifiers) declare(own, specifier.local, "import");
        return;
      case "Identifier":
        if (!bindings.has(node) && isReference(node)) pending.push({ reference: refer(node), scope: own });
    }
  };

  const finish = (): ScopeAnalysis => {
    const free: Reference[] = [];
    for (const { reference, scope } of pending) {
      const found = lookUp(scope, reference.node.name);
      if (found === "free") free.push(reference);
      else if (found !== "unknown") bind(reference, found);
    }
    const references = pending.map(({ reference }) => reference);
    const byNode = new Map(references.map((reference) => [reference.node, reference]));
    return { global: global as Scope, references, free, referenceOf: (node) => byNode.get(node) };
  };
  return { visit, finish };
}

function createVariable(scope: Scope, id: Identifier, kind: Variable["kind"]): Variable {
  return { name: id.name, kind, scope, declarations: [id], references: [], writes: [] };
}

function bind(reference: Reference, variable: Variable): void {
  reference.variable = variable;
  variable.references.push(reference);
  if (reference.writes) variable.writes.push(reference);
}

/** The variable that an identifier in a declaration declares. */
export function variableOf(declaration: Identifier): Variable | null {
  for (let at: Scope | null = declaration.scope; at !== null; at = at.parent) {
    const variable = at.variables.get(declaration.name);
    if (variable !== undefined) return variable;
  }
  return null;
}

/** True when a name holds one value all its life: it is declared once, and written to at most to give it that value. */
export function isConstant({ declarations, writes }: Variable): boolean {
  if (declarations.length !== 1 || writes.length > 1) return false;
  if (writes.length === 0) return true;
  const holder = (declarations[0] as Identifier).parent;
  const [write] = writes as [Reference];
  const assignment = write.node.parent;
  return (
    holder?.type === "VariableDeclarator" &&
    !holder.init &&
    !holder.parent?.parent?.type.startsWith("For") &&
    assignment?.type === "AssignmentExpression" &&
    assignment.operator === "=" &&
    assignment.left === write.node
  );
}

function opensScope(node: AnyNode): boolean {
  if (isBodyOfWith(node)) return true;
  switch (node.type) {
    case "Program":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassDeclaration":
    case "ClassExpression":
    case "StaticBlock":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "SwitchStatement":
    case "CatchClause":
      return true;
    case "BlockStatement":
      // A function's body shares the scope of its parameters, a catch clause's the scope of its error.
      return node.parent !== null && !isFunction(node.parent) && node.parent.type !== "CatchClause";
    default:
      return false;
  }
}

function isBodyOfWith(node: AnyNode): boolean {
  return node.parent?.type === "WithStatement" && node.parent.body === node;
}

function isFunction({ type }: AnyNode): boolean {
  return (
    type === "FunctionExpression" || type === "ArrowFunctionExpression" || type === "FunctionDeclaration"
  );
}

function functionScopeOf(scope: Scope): Scope {
  let at = scope;
  while (at.parent !== null && !isFunction(at.node) && at.node.type !== "StaticBlock") at = at.parent;
  return at;
}

function lookUp(scope: Scope, name: string): Variable | "free" | "unknown" {
  let dynamic = false;
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const variable = at.variables.get(name);
    if (variable !== undefined) return variable;
    dynamic ||= isBodyOfWith(at.node);
  }
  return dynamic ? "unknown" : "free";
}

/** The names that a pattern binds. */
export function namesOf(pattern: Pattern | null): Identifier[] {
  if (pattern === null) return [];
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((item) =>
        namesOf(item.type === "RestElement" ? item.argument : item.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap(namesOf);
    case "RestElement":
      return namesOf(pattern.argument);
    case "AssignmentPattern":
      return namesOf(pattern.left);
    default:
      return [];
  }
}

function refer(node: Identifier): Reference {
  const use = usageOf(node);
  return { node, writes: use !== "read", reads: use !== "write", variable: null };
}

function isReference(node: Identifier): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case "MemberExpression":
      return parent.object === node || parent.computed;
    case "Property":
    case "PropertyDefinition":
    case "MethodDefinition":
      return parent.key !== node || parent.computed;
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
    case "ImportSpecifier":
    case "ImportAttribute":
    case "ExportAllDeclaration":
      return false;
    case "ExportSpecifier":
      return parent.local === node;
    default:
      return node.name !== "arguments";
  }
}

function usageOf(node: Identifier): "read" | "write" | "both" {
  let at: AnyNode = node;
  for (let parent = at.parent; parent !== null; at = parent, parent = at.parent) {
    switch (parent.type) {
      case "UpdateExpression":
        return "both";
      case "AssignmentExpression":
        if (parent.left !== at) return "read";
        return parent.operator === "=" ? "write" : "both";
      case "ForInStatement":
      case "ForOfStatement":
        return parent.left === at ? "write" : "read";
      case "Property":
        if (parent.value !== at || parent.parent?.type !== "ObjectPattern") return "read";
        break;
      case "AssignmentPattern":
        if (parent.left !== at) return "read";
        break;
      case "ObjectPattern":
      case "ArrayPattern":
      case "RestElement":
        break;
      default:
        return "read";
    }
  }
  return "read";
}
