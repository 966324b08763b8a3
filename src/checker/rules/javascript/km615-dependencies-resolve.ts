import { isHostModule, isLoaderName } from "../../lists/host-modules";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { hole } from "../../script/fold-string";
import { isAddress, listDependencies, listOwnModules, type Dependency } from "../../script/list-dependencies";
import { isNodeScript } from "../../script/is-node-script";
import { isTypeofOrTest } from "../../script/is-guarded";

const plugins = /^(text|json|css|optional)!(.*)$/s;

export const km615 = defineRule({
  id: "KM615",
  clause: "Kommo: Modules; amoCRM: System modules",
  title: "Every module that the scripts ask for is there.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  firm: true,
  why: "RequireJS loads all modules or none: of one that is missing the widget never starts.",
  good: 'define(["jquery", "./lib/table.js", "text!./card.twig"], …)',
  bad: 'define(["lodash", "./lib/Table.js"], …)',
  check(context) {
    const own = new Set(context.widget.scripts.flatMap((script) => [...script.once(listOwnModules)]));
    for (const script of context.widget.scripts.filter((candidate) => !candidate.once(isNodeScript)))
      for (const dependency of script.once(listDependencies))
        if (dependency.by !== "config" && !own.has(dependency.id ?? "") && !isUniversal(dependency))
          judge(context, dependency);
  },
});

/** A library that asks which way of modules there is has others to fall back on. */
function isUniversal({ script, node }: Dependency): boolean {
  return script.file !== "script.js" && isTypeofOrTest(script, node, "define");
}

function judge(context: RuleContext, { script, node, id }: Dependency): void {
  const { widget, report } = context;
  const tell = (
    message: string,
    more: { severity?: "warning" | "note"; expected?: string; fix?: string } = {},
  ) =>
    report({ file: script.file, at: node.start, message, found: id?.replaceAll(hole, "…") ?? null, ...more });
  if (id === null || id.includes(hole)) {
    if (id === null || !isAddress(id))
      tell("Which module this is, is decided at run time.", { severity: "note" });
    return;
  }
  if (isAddress(id) || isLoaderName(id) || isHostModule(id)) return;
  const [, plugin, resource] = plugins.exec(id) ?? [];
  const name = (resource ?? id).replace(/[?#].*$/s, "").replace(/!strip$/, "");
  if (plugin === undefined && !isPath(name))
    return tell(`The CRM documents no module ${name}.`, {
      severity: "warning",
      fix: "put the library into the archive, and ask for it by its path.",
    });
  if (isAddress(name) || name.startsWith("/")) return;
  const candidates = listCandidates(name, script.file, plugin);
  if (candidates.some((path) => widget.files.has(path))) return;
  const wanted = new Set(candidates.map((path) => path.toLowerCase()));
  const similar = [...widget.files.keys()].find((path) => wanted.has(path.toLowerCase()));
  tell(
    similar === undefined ? "The archive holds no such file." : "The file is written in other letters.",
    similar === undefined ? {} : { expected: similar },
  );
}

function isPath(name: string): boolean {
  return name.startsWith(".") || name.startsWith("/") || name.endsWith(".js");
}

/** A path counts from the script that names it, or from the widget's folder. */
function listCandidates(name: string, from: string, plugin: string | undefined): readonly string[] {
  const folder = from.split("/").slice(0, -1);
  const paths = [join(folder, name), join([], name)];
  if (plugin === undefined)
    return paths.flatMap((path) => (path.endsWith(".js") ? [path] : [`${path}.js`, path]));
  return plugin === "css" ? paths.flatMap((path) => [path, `${path}.css`]) : paths;
}

function join(folder: readonly string[], name: string): string {
  const parts = [...folder];
  for (const part of name.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
