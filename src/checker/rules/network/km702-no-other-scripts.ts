import type { AnyNode } from "../../engines/javascript";
import { nameAreas } from "../../page/name-areas";
import { namesHost } from "../../page/names-host";
import { defineRule, everyBrand, everyProfile, type Report, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { findLibrary } from "../../script/find-library";
import { findScriptTags } from "../../script/find-script-tags";
import { listInsertedMarkup } from "../../script/list-inserted-markup";
import { memberOf, objectIn, quote, textOf } from "../../script/read-call";

export const km702 = defineRule({
  id: "KM702",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "No script comes into the page in any other way.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  firm: true,
  holdsInLibraries: true,
  why: "Code that is loaded this way was seen by no moderator, and can be another one tomorrow.",
  good: '$("head").append(\'<link rel="stylesheet" href="\' + path + \'">\');',
  bad: "$(\"head\").append('<script src=\"' + url + '\"></script>');\n$.getScript(url);",
  check(context) {
    for (const script of context.widget.scripts) {
      checkMarkup(context, script);
      checkCalls(context, script);
    }
    for (const { file, text } of context.widget.templates) {
      if (/<html\b|<!doctype\b/i.test(text)) continue;
      for (const { at, isData } of findScriptTags(text))
        context.report({
          file,
          at,
          ...describeTag(isData),
          found: text.slice(at, at + 100).split("\n")[0] ?? null,
        });
    }
  },
  inPage: {
    sees: ["foreign-script"],
    describe: (sight, context) =>
      namesHost(context.widget, sight.subject)
        ? null
        : {
            message: `A script comes from ${sight.subject}, which no file names, ${nameAreas(sight)}.`,
            found: sight.detail,
            fix: "put the code into the archive, and name it in define().",
          },
  },
});

function describeTag(isData: boolean): Pick<Report, "message" | "severity" | "fix"> {
  return isData
    ? {
        severity: "warning",
        message: "A template stands in a script element.",
        fix: "keep it in a .twig file, and ask for it with text!.",
      }
    : {
        message: "The markup holds a script.",
        fix: "put the code into the archive, and name it in define().",
      };
}

function checkMarkup(context: RuleContext, script: Script): void {
  for (const { node, text } of listInsertedMarkup(script)) {
    if (text === null) continue;
    for (const { isData } of findScriptTags(text)) tell(context, script, node, describeTag(isData));
  }
}

function checkCalls(context: RuleContext, script: Script): void {
  for (const { node, path, args } of script.calls) {
    const message = judgeCall(script, path, args as readonly AnyNode[]);
    if (message !== null) tell(context, script, node, { message });
  }
}

function judgeCall(script: Script, path: string, args: readonly AnyNode[]): string | null {
  const isForeign = (argument: AnyNode | undefined) =>
    /^(?:https?:)?\/\//i.test(textOf(script, argument as never) ?? "");
  switch (path) {
    case "document.write":
    case "document.writeln":
      return `${path}() writes over the page.`;
    case "jQuery.getScript":
      return "jQuery.getScript() loads a script.";
    case "importScripts":
      return "importScripts() loads a script.";
    case "jQuery.ajax":
    case "jQuery.get":
    case "jQuery.post":
    case "jQuery.getJSON": {
      const options =
        args.map((argument) => objectIn(script, argument)).find((found) => found !== null) ?? null;
      const named = memberOf(options, "dataType") ?? (path === "jQuery.ajax" ? null : args.at(-1)) ?? null;
      const type = named === null ? null : textOf(script, named as never);
      if (type !== null && /^(?:script|jsonp)$/i.test(type))
        return `The answer of type ${type} is run as a script.`;
      const url = textOf(script, args[0] as never) ?? "";
      return /[?&](?:callback|jsonp)=\?/.test(url) ? "The answer of type jsonp is run as a script." : null;
    }
    case "Worker":
    case "SharedWorker":
    case "navigator.serviceWorker.register":
      return isForeign(args[0]) ? "The worker's code comes from another host." : null;
    default:
      return null;
  }
}

function tell(
  { widget, report }: RuleContext,
  script: Script,
  node: AnyNode,
  told: Pick<Report, "message" | "severity" | "fix">,
): void {
  const isLibrarys = findLibrary(widget, script.file, node.start) !== null;
  report({
    file: script.file,
    at: node.start,
    found: quote(script, node),
    ...told,
    // What a library could do is not what the widget does.
    ...(isLibrarys && { severity: "warning" as const }),
  });
}
