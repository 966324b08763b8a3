import { isBrowserGlobal } from "../../lists/browser-globals";
import { isHostGlobal } from "../../lists/host-globals";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { isTypeofOrTest } from "../../script/is-guarded";
import { isNodeScript } from "../../script/is-node-script";
import { quote } from "../../script/read-call";
import type { Reference } from "../../script/analyze-scope";
import type { Widget } from "../../widget/create-widget";

export const km609 = defineRule({
  id: "KM609",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "All variables are declared.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  why: "A name that is set without var, let or const becomes everybody's: two widgets with the same slip overwrite each other's data.",
  good: "for (let i = 0; i < rows.length; i++) {}",
  bad: "for (i = 0; i < rows.length; i++) {}",
  check(context) {
    const { widget } = context;
    const elsewhere = widget.once(listGlobals);
    const slips = widget.once(listSlips);
    for (const script of widget.scripts.filter((candidate) => !candidate.once(isNodeScript))) {
      const declared = new Set([...elsewhere, ...listAnnounced(script)]);
      const written = new Set<string>();
      for (const [name, references] of groupByName(script.scope.free)) {
        const writes = references.filter((reference) => reference.writes);
        const [first] = writes;
        if (first === undefined || declared.has(name) || isMeant(name)) continue;
        written.add(name);
        reportWrite(context, script, name, first, writes.length);
      }
      for (const [name, references] of groupByName(script.scope.free)) {
        if (written.has(name) || declared.has(name) || isKnown(name)) continue;
        // Where it is set without being declared, that is told already.
        if (slips.has(name)) continue;
        // A branch for other surroundings than a browser is not taken in one.
        const first = references.find(({ node }) => !isTypeofOrTest(script, node, "typeof"));
        if (first === undefined) continue;
        context.report({
          file: script.file,
          at: first.node.start,
          severity: "warning",
          message: `${name} is not declared anywhere in the widget.`,
          found: quote(script, first.node.parent ?? first.node),
          fix: `declare it, ask for it in define(), or write /* global ${name} */ where the page has it for certain.`,
        });
      }
    }
  },
});

function reportWrite(
  { report }: RuleContext,
  script: Script,
  name: string,
  { node }: Reference,
  count: number,
): void {
  const places = count === 1 ? "" : `, ${count} times`;
  report({
    file: script.file,
    at: node.start,
    message: isBrowserGlobal(name)
      ? `${name} is set without being declared${places}: that changes window.${name}.`
      : `${name} is set without being declared${places}: it becomes a global of the whole page.`,
    found: quote(script, node.parent ?? node),
    expected: `let ${name} or const ${name}`,
  });
}

function groupByName(references: readonly Reference[]): ReadonlyMap<string, readonly Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const group = groups.get(reference.node.name);
    if (group === undefined) groups.set(reference.node.name, [reference]);
    else group.push(reference);
  }
  return groups;
}

/** Going to another page, and handlers of the window, which KM616 looks at. */
function isMeant(name: string): boolean {
  return name === "location" || /^on[a-z]+$/.test(name);
}

function isKnown(name: string): boolean {
  return isHostGlobal(name) || isBrowserGlobal(name);
}

/** Names that a script asks for by `typeof`, or announces: `/* global ymaps *\/`. */
function listAnnounced(script: Script): string[] {
  const asked = script
    .nodesOf("UnaryExpression")
    .flatMap(({ operator, argument }) =>
      operator === "typeof" && argument.type === "Identifier" ? [argument.name] : [],
    );
  const announced = script.comments.flatMap(({ value }) => {
    const list = /^\s*globals?\s+([\s\S]{1,2000})/.exec(value)?.[1];
    return list === undefined ? [] : list.split(/[\s,]+/).map((name) => name.replace(/:.*$/, ""));
  });
  return [...asked, ...announced];
}

/** What any script of the widget makes global on purpose, at its top level or as a member of the window. */
function listGlobals(widget: Widget): readonly string[] {
  return widget.scripts.flatMap((script) => [
    ...(script.isModule ? [] : script.scope.global.variables.keys()),
    ...script
      .nodesOf("AssignmentExpression")
      .flatMap(({ left }) => (left.type === "MemberExpression" ? (script.pathOf(left) ?? []) : []))
      .filter((path) => /^[\w$]+$/.test(path)),
  ]);
}

/** What any script of the widget's own sets without declaring it. */
function listSlips(widget: Widget): ReadonlySet<string> {
  const own = widget.scripts.filter(({ file }) => widget.originOf(file) !== "library");
  return new Set(
    own.flatMap(({ scope }) => scope.free.flatMap(({ node, writes }) => (writes ? [node.name] : []))),
  );
}
