import { judgeLibraryHost } from "../../lists/library-hosts";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { isAddress, listDependencies, type Dependency } from "../../script/list-dependencies";
import { hole } from "../../script/fold-string";

export const km704 = defineRule({
  id: "KM704",
  clause:
    "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements (nothing from outside)",
  title: "Libraries come from the sources that are allowed, in a version that is named.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  holdsInLibraries: true,
  why: "Into the allowed sources nobody can put code of his own. Code without a version is another one tomorrow.",
  good: '"https://code.jquery.com/ui/1.13.2/jquery-ui.min.js"',
  bad: '"https://static.acme.com/app.js"',
  check(context) {
    for (const script of context.widget.scripts)
      for (const dependency of script.once(listDependencies))
        if (dependency.by === "define" && dependency.id !== null && isAddress(dependency.id))
          judge(context, dependency, dependency.id);
  },
});

function judge({ brand, config, report }: RuleContext, { script, node }: Dependency, id: string): void {
  const host = /\/\/([^/?#:]+)/.exec(id)?.[1]?.toLowerCase() ?? "";
  if (host.includes(hole)) return;
  const tell = (message: string, severity: "error" | "warning", expected: string) =>
    report({
      file: script.file,
      at: node.start,
      severity,
      message,
      found: id.replaceAll(hole, "…"),
      expected,
    });
  const trust = judgeLibraryHost(host, config);
  if (brand === "amocrm" || trust === "foreign")
    return tell(
      `Code comes from ${host}.`,
      "error",
      brand === "amocrm"
        ? "a file of the archive"
        : "a file of the archive, or a public library from code.jquery.com, ajax.googleapis.com or ajax.aspnetcdn.com",
    );
  if (trust === "reviewed")
    tell(`A library comes from ${host}: a moderator will look at it.`, "warning", "a file of the archive");
  if (!/\d+\.\d+/.test(id))
    tell("The library's version is not named.", "warning", "a complete version in the address");
}
