import { defineRule, everyBrand } from "../../rule";
import { hole } from "../../script/fold-string";
import { isAddress, listDependencies, type Dependency } from "../../script/list-dependencies";
import { quote } from "../../script/read-call";

export const km703 = defineRule({
  id: "KM703",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Libraries from outside are named in the dependencies of define.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "There a moderator sees at once what the widget loads. An address that is put together at run time can be any.",
  good: 'define(["jquery", "https://code.jquery.com/ui/1.13.2/jquery-ui.min.js"], …)',
  bad: 'require([serverAddress + "/app.js"], start);',
  check({ widget, report }) {
    for (const script of widget.scripts) {
      for (const dependency of script.once(listDependencies)) {
        const message = judge(dependency);
        if (message === null) continue;
        report({
          file: script.file,
          at: dependency.node.start,
          message,
          found: dependency.id?.replaceAll(hole, "…") ?? quote(script, dependency.node),
          expected: "a complete address in the array of define()",
        });
      }
    }
  },
});

function judge({ id, by, script, node }: Dependency): string | null {
  const isKnown = id !== null && isAddress(id) && !/^[^/]*\/\/[^/]*\ufffc/.test(id);
  if (by === "define") {
    if (id === null)
      return mayBeAddress(node.type) ? "Where this module comes from is decided at run time." : null;
    return isAddress(id) && !isKnown ? "Where this module comes from is decided at run time." : null;
  }
  if (id !== null && isAddress(id))
    return `${by === "config" ? "The configuration of RequireJS" : "require()"} loads code from outside.`;
  // `require([path])` of a name that holds an address somewhere in the script.
  const name = node.type === "Identifier" ? node.name : null;
  const isUrl =
    id === null &&
    name !== null &&
    new RegExp(`\\b${name.replaceAll("$", "\\$")}\\s*=\\s*[^;\\n]{0,80}https?://`).test(
      script.source.slice(0, 200_000),
    );
  return isUrl ? "require() loads code from outside." : null;
}

/** Something that the page computes; a parameter that a bundler put there is none. */
function mayBeAddress(type: string): boolean {
  return /^(?:BinaryExpression|TemplateLiteral|CallExpression|MemberExpression|Identifier|ConditionalExpression)$/.test(
    type,
  );
}
