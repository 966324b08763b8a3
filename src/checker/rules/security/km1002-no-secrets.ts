import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { listStrings } from "../../texts/list-strings";
import { carriesSecret, findSecretByLook, looksSecret } from "./find-secrets";

export const km1002 = defineRule({
  id: "KM1002",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements, Chats",
  title: "The archive holds no secrets.",
  severity: "error",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  firm: true,
  holdsInLibraries: true,
  unsuppressable: true,
  why: "Every user can read every file of the widget.",
  good: 'var clientId = "8b5c3a7e-…";   // the integration\'s id is public',
  bad: 'var secret_key = "9f86d081884c7d65…";',
  check(context) {
    for (const script of context.widget.scripts) checkScript(context, script);
    for (const file of context.widget.files.keys()) {
      if (/\.json$/i.test(file)) checkJson(context, file);
      else if (/\.(?:twig|html?|php|env|txt|md)$/i.test(file)) checkText(context, file);
    }
  },
});

function checkScript(context: RuleContext, script: Script): void {
  const told = new Set<string>();
  for (const node of [...script.nodesOf("Literal"), ...script.nodesOf("TemplateLiteral")]) {
    const text = script.stringOf(node);
    // A data URI is a picture or a font; whatever its letters spell is chance.
    if (text === null || text.length < 16 || text.startsWith("data:")) continue;
    const kind =
      findSecretByLook(text) ?? (looksSecret(nameFor(node), text) || carriesSecret(text) ? "a secret" : null);
    // The same again is the same leak.
    if (kind === null || told.has(text)) continue;
    told.add(text);
    tell(context, script.file, node.start, kind, text);
  }
}

/** The name that a value is given: of a variable, a member, a parameter by position is unknown. */
function nameFor(node: AnyNode): string {
  const parent = node.parent;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  if (parent?.type === "Property" && parent.value === node) return keyOf(parent.key as AnyNode);
  if (parent?.type === "AssignmentExpression" && parent.right === node) {
    if (parent.left.type === "Identifier") return parent.left.name;
    if (parent.left.type === "MemberExpression") return keyOf(parent.left.property as AnyNode);
  }
  return "";
}

function keyOf(key: AnyNode): string {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : "";
}

function checkJson(context: RuleContext, file: string): void {
  const document = context.widget.json(file);
  if (document === null) return;
  for (const { key, text, at } of listStrings("", document)) {
    // KM217 tells of the manifest's legacy key.
    if (file === "manifest.json" && key === "widget.secret_key") continue;
    const name = key.split(".").at(-1) as string;
    const kind = findSecretByLook(text) ?? (looksSecret(name, text) ? "a secret" : null);
    if (kind !== null) tell(context, file, at, kind, text);
  }
}

function checkText(context: RuleContext, file: string): void {
  const text = context.widget.text(file)?.text ?? "";
  for (const match of text.matchAll(/[\w+/=.:-]{20,4000}/g)) {
    const kind = findSecretByLook(match[0]);
    if (kind !== null) tell(context, file, match.index, kind, match[0]);
  }
}

function tell({ report }: RuleContext, file: string, at: number, kind: string, text: string): void {
  report({
    file,
    at,
    message: `The file holds ${kind}.`,
    // The report may be published; the secret must not.
    found: `${text.slice(0, 4)}… (${text.length} characters)`,
    fix: "have a new one made, keep it on your server, and call the server.",
  });
}
