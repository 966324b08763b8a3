import type { AnyNode } from "../../engines/javascript";
import { isBrowserGlobal } from "../../lists/browser-globals";
import { isHostGlobal } from "../../lists/host-globals";
import { defineRule, everyBrand, everyProfile, type Report, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { quote, textOf } from "../../script/read-call";
import { isTypeofOrTest } from "../../script/is-guarded";
import { readDeclaredNames } from "../../style/read-styles";
import type { OwnNames } from "../../style/own-names";

type Found = Pick<Report, "message" | "severity"> & { readonly node: AnyNode; readonly key: string };

const natives =
  /^(?:Array|Object|String|Number|Boolean|Function|Date|RegExp|Promise|Map|Set|Error|Node|NodeList|Element|HTML\w*Element|Document|Event|EventTarget|XMLHttpRequest|Storage|History|Request|Response)\.prototype\.([\w$]+)$/;

export const km610 = defineRule({
  id: "KM610",
  clause: "Kommo: Publish an integration (the widget does not interfere with the system)",
  title: "The page gets no new globals, and nothing of it is changed.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  why: "The page belongs to the CRM and to forty other widgets. Of two that set one name, the first one breaks.",
  good: "window.acmeNotes = { open };",
  bad: "window.Calendar = Calendar;\n$.fn.fade = function () {};",
  check(context) {
    const own = readDeclaredNames(context);
    for (const script of context.widget.scripts) {
      const told = new Set<string>();
      for (const { node, key, message, severity } of [
        ...listGlobals(context, script, own),
        ...listPatches(script),
      ]) {
        if (told.has(key)) continue;
        told.add(key);
        context.report({
          file: script.file,
          at: node.start,
          message,
          found: quote(script, node),
          ...(severity && { severity }),
        });
      }
    }
  },
});

function listGlobals({ widget }: RuleContext, script: Script, own: OwnNames): Found[] {
  const found: Found[] = [];
  const add = (node: AnyNode, name: string) => {
    if (carriesSign(name, own)) return;
    if (isHostGlobal(name)) {
      const message = `${name}, which the CRM and all widgets use, is replaced.`;
      found.push({ node, key: name, message });
      return;
    }
    const isBundlers = /^(?:webpack(?:Jsonp|Chunk|HotUpdate)|__webpack|parcelRequire|__core-js)/.test(name);
    found.push({
      node,
      key: name,
      message: isBundlers
        ? `The bundler keeps ${name} as a global of the page.`
        : `${name} becomes a global of the whole page.`,
      ...(isBundlers && { severity: "note" as const }),
    });
  };
  for (const node of script.nodesOf("AssignmentExpression")) {
    const path = node.left.type === "MemberExpression" ? script.pathOf(node.left) : null;
    if (path === null || !/^[\w$-]+$/.test(path)) continue;
    // The last branch of a library that asks first for RequireJS is not taken.
    if (isTypeofOrTest(script, node, "define")) continue;
    if (!isBrowserGlobal(path)) add(node, path);
    else if (isPatch(node.right) && !/^on[a-z]+$/.test(path))
      found.push({ node, key: path, message: `The browser's ${path} is replaced for the whole page.` });
  }
  for (const { node, path, args } of script.calls) {
    const [target, key] = args;
    if (path === "Object.defineProperty" && target !== undefined && script.pathOf(target) === "window") {
      const name = textOf(script, key);
      if (name !== null) add(node, name);
    }
  }
  if (!script.isModule && isLoadedAsModule(widget.usedFiles, script))
    for (const variable of script.scope.global.variables.values()) {
      const [declaration] = variable.declarations;
      if (declaration !== undefined && /^(?:var|function)$/.test(variable.kind))
        add(declaration, variable.name);
    }
  return found;
}

/** A value of one's own in place of the browser's function; `window.name = "…"` and the like are no patches. */
function isPatch(value: AnyNode): boolean {
  return /^(?:Arrow)?Function|^Class|^CallExpression|^Identifier|^NewExpression/.test(value.type);
}

function isLoadedAsModule(used: ReadonlySet<string>, { file }: Script): boolean {
  return file === "script.js" || used.has(file);
}

function carriesSign(name: string, own: OwnNames): boolean {
  if (own.names.length === 0) return false;
  return own.isOwn(name.replaceAll(/([a-z])([A-Z])/g, "$1-$2"));
}

function listPatches(script: Script): Found[] {
  const found: Found[] = [];
  for (const node of script.nodesOf("AssignmentExpression")) {
    const path = node.left.type === "MemberExpression" ? (script.pathOf(node.left) ?? "") : "";
    const plugin = /^(?:jQuery\.fn|jQuery)\.([\w$]+)$/.exec(path)?.[1];
    if (plugin !== undefined)
      found.push({ node, key: path, message: `jQuery, which all widgets share, gets ${plugin}.` });
    else if (natives.test(path))
      found.push({ node, key: path, message: `${path} is changed for the whole page.` });
  }
  for (const { node, path, args } of script.calls) {
    if (
      path === "jQuery.fn.extend" ||
      (path === "jQuery.extend" && args.length === 1 && args[0]?.type === "ObjectExpression")
    )
      found.push({ node, key: path, message: "jQuery, which all widgets share, gets new methods." });
    if (path === "jQuery.ajaxSetup" || path === "jQuery.ajaxPrefilter")
      found.push({
        node,
        key: path,
        message: `${path}() changes the requests of the CRM and of all widgets.`,
      });
    if (path === "Object.defineProperty" || path === "Object.assign") {
      const target = args[0] === undefined ? null : script.pathOf(args[0]);
      if (target !== null && natives.test(`${target}.x`))
        found.push({ node, key: target, message: `${target} is changed for the whole page.` });
    }
  }
  return found;
}
