import { defineRule, everyBrand, everyProfile } from "../../rule";
import { hole } from "../../script/fold-string";
import { namesInSelector } from "../../style/judge-selector";
import { readStyles } from "../../style/read-styles";

const states = new RegExp(`(?<![\\w${hole}-])switcher_{1,2}(?:on|off)(?![\\w-])`);

export const km504 = defineRule({
  id: "KM504",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Nothing relies on the state classes of the CRM's switcher.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "These classes belong to the CRM's control and change with it. The input beside them holds the value.",
  good: 'var isOn = $input.is(":checked");',
  bad: 'var isOn = $label.hasClass("switcher__on");',
  check(context) {
    const { widget, report } = context;
    const tell = (file: string, at: number, found: string | undefined) =>
      report({
        file,
        at,
        message: "This relies on a state class of the CRM's switcher.",
        found: found ?? null,
        fix: 'ask the input for its value: .prop("checked").',
      });
    for (const sheet of readStyles(context).sheets) {
      if (sheet.isEmbedded) continue;
      for (const { node, selectors } of sheet.rules) {
        const found = selectors.flatMap(namesInSelector).find((name) => states.test(name));
        if (found !== undefined) tell(sheet.file, node.loc?.start.offset ?? 0, `.${found}`);
      }
    }
    for (const { file } of widget.scripts)
      for (const { text, at } of widget.referencesOf(file))
        if (states.test(text)) tell(file, at, states.exec(text)?.[0]);
    for (const { file, text } of widget.templates)
      for (const match of text.matchAll(new RegExp(states, "g"))) tell(file, match.index, match[0]);
  },
});
