import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import { quote } from "../../script/read-call";

const dialogs = new Set(["alert", "confirm", "prompt"]);

export const km603 = defineRule({
  id: "KM603",
  clause: "Kommo: Public integration checklist (no alerts), Publish an integration; amoCRM: Requirements",
  title: "No alert, confirm or prompt of the browser is opened.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  why: "They stop the whole CRM, cannot be styled, and look like an error.",
  good: 'new Confirm({ text: self.i18n("card").really, accept: remove });',
  bad: 'if (confirm("Really?")) remove();',
  check({ widget, report }) {
    const tell = (file: string, at: number, name: string, found: string) =>
      report({
        file,
        at,
        message: `${name}() stops the whole CRM.`,
        found,
        expected:
          name === "alert"
            ? "a text in the widget's own block, or APP.notifications.show_message"
            : "lib/components/base/confirm, or a modal of the CRM",
      });
    for (const script of widget.scripts) {
      for (const { node, path } of script.calls)
        if (dialogs.has(path)) tell(script.file, node.start, path, quote(script, node));
      // Handed over to be called: `.fail(alert)`.
      for (const { node } of script.scope.free) {
        const { parent } = node;
        if (
          !dialogs.has(node.name) ||
          (parent?.type !== "CallExpression" && parent?.type !== "NewExpression")
        )
          continue;
        if (parent.callee !== node) tell(script.file, node.start, node.name, quote(script, parent));
      }
    }
  },
  inPage: {
    sees: ["dialog"],
    describe: (sight) =>
      dialogs.has(sight.subject)
        ? { message: `${sight.subject}() stops the whole CRM ${nameAreas(sight)}.`, found: sight.detail }
        : null,
  },
});
