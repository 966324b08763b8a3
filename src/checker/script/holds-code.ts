import { parse, type Comment, type Program, type Statement } from "../engines/javascript";

/** Neighbouring comments read as one. */
export interface CommentBlock {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pragmas =
  /^\s*(?:eslint|jshint|jslint|jscs|globals?\b|exported\b|@ts-|istanbul|c8 |v8 |prettier|webpack\w+:|[#@]__\w+__|#?(?:end)?region\b|[#@]\s*sourceMappingURL|[#@]\s*sourceURL|use strict|<reference|https?:)/;
const longest = 20_000;

/** Merges comments of one line that follow each other; documentation, licences and notes to tools are left out. */
export function joinComments(comments: readonly Comment[], source: string): readonly CommentBlock[] {
  const blocks: { text: string; start: number; end: number }[] = [];
  let before: Comment | undefined;
  for (const comment of comments) {
    const last = blocks.at(-1);
    const isNext =
      before?.type === "Line" &&
      comment.type === "Line" &&
      /^[ \t]*\r?\n[ \t]*$/.test(source.slice(before.end, comment.start));
    before = comment;
    if (isNext && last !== undefined) {
      last.text += `\n${comment.value}`;
      last.end = comment.end;
    } else blocks.push({ text: comment.value, start: comment.start, end: comment.end });
  }
  return blocks.filter(
    ({ text, start }) =>
      text.length < longest &&
      !pragmas.test(text) &&
      !/^[*!]/.test(text) &&
      !source.startsWith("/**", start) &&
      !/@license|@preserve/.test(text),
  );
}

/** True when a text is code that was taken out of use, and not words. */
export function holdsCode(text: string): boolean {
  if (!/[=;(){}]|:.*,\s*$/m.test(text) || /^\s*(?:e\.g\.|i\.e\.)/i.test(text)) return false;
  const bare = text.replaceAll(/^[ \t]*\/\//gm, "").trim();
  // A sentence that begins with a capital and ends with a stop.
  if (/^\p{Lu}[^=;{}]*[.!?:]$/u.test(bare) && !bare.includes("\n")) return false;
  return readings(bare).some((reading) => {
    const program = tryParse(reading.source);
    return program !== null && reading.isCode(program, bare);
  });
}

interface Reading {
  readonly source: string;
  readonly isCode: (program: Program, text: string) => boolean;
}

function readings(text: string): Reading[] {
  return [
    { source: `async function x() {${text}\n}`, isCode: (program, bare) => isMeant(bodyOf(program), bare) },
    // Members of an object: `key: "value",` and `method() {},`.
    ...(/,\s*$/.test(text) && /:|\(/.test(text) ? [{ source: `({${text}\n})`, isCode: holdsMembers }] : []),
    // The beginning or the end of a block that goes on elsewhere.
    ...(/[{(]\s*$|^\s*[})]/.test(text)
      ? [
          { source: `async function x() {${text}\n}}`, isCode: isBlock },
          { source: `async function x() {${text}\n})}`, isCode: isBlock },
          { source: `async function x() {if (0) {${text}\n}}`, isCode: isBlock },
        ]
      : []),
  ];
}

function isBlock(program: Program, text: string): boolean {
  return (
    /^\s*(?:[})\];]|if|for|while|else|function|return|try|switch|\$|[\w.]+\()/.test(text) &&
    !isLabelled(bodyOf(program)) &&
    bodyOf(program).length > 0
  );
}

function bodyOf(program: Program): readonly Statement[] {
  const [first] = program.body;
  return first?.type === "FunctionDeclaration" ? first.body.body : [];
}

/** `Note: see below` is a label and two words to a parser. */
function isLabelled(statements: readonly Statement[]): boolean {
  return statements.some(({ type }) => type === "LabeledStatement");
}

function isMeant(statements: readonly Statement[], text: string): boolean {
  if (statements.length === 0 || isLabelled(statements)) return false;
  if (statements.length > 1)
    return /[=;(]/.test(text) && statements.some((statement) => isCode(statement, text));
  return isCode(statements[0] as Statement, text);
}

function isCode(statement: Statement, text: string): boolean {
  const isEnded = /[;}]\s*$/.test(text);
  switch (statement.type) {
    case "EmptyStatement":
    case "DebuggerStatement":
      return statement.type === "DebuggerStatement";
    case "ReturnStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "ThrowStatement":
      return isEnded;
    case "BlockStatement":
      return statement.body.some((inner) => isCode(inner, text));
    case "ExpressionStatement": {
      const { expression } = statement;
      switch (expression.type) {
        case "AssignmentExpression":
          // `x = 5` explains; `x = get(5);` does something.
          return (
            isEnded ||
            expression.left.type === "MemberExpression" ||
            expression.right.type === "CallExpression"
          );
        case "CallExpression":
          // `render()` names a function.
          return (
            isEnded || (expression.callee.type === "MemberExpression" && expression.arguments.length > 0)
          );
        case "UpdateExpression":
        case "AwaitExpression":
        case "UnaryExpression":
        case "NewExpression":
          return isEnded;
        default:
          return false;
      }
    }
    default:
      return true;
  }
}

function holdsMembers(program: Program): boolean {
  const [statement] = program.body;
  if (statement?.type !== "ExpressionStatement" || statement.expression.type !== "ObjectExpression")
    return false;
  return statement.expression.properties.some(
    (property) =>
      property.type === "Property" &&
      !property.shorthand &&
      (property.method || !/^(?:Identifier|SequenceExpression)$/.test(property.value.type)),
  );
}

function tryParse(source: string): Program | null {
  try {
    return parse(source, { ecmaVersion: "latest", allowReturnOutsideFunction: true });
  } catch {
    return null;
  }
}
