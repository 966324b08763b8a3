import type { AnyNode, Function as FunctionNode } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { Script } from "../../script/create-script";

/** `active`, and the switch in the settings window: `#widget_active__sw`. */
const looksAtSwitch = /(?<![a-z])(?:active|status)(?![a-z])/i;
const request = /^(?:jQuery\.(?:ajax|post|get|getJSON)|fetch)$|\.(?:crm_post|\$authorizedAjax)$/;

export const km903 = defineRule({
  id: "KM903",
  clause: "Kommo: Installing and configuring, script.js; amoCRM: script.js",
  title: "onSave says true only when the settings are stored, and handles switching off.",
  severity: "warning",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  why: 'The CRM shows the widget as installed once onSave says true. onSave is also called when the user switches the widget off, with active: "N".',
  good: "onSave({ active }) { return active === 'N' ? stop() : store(); }   // both return promises",
  bad: "onSave() { $.post(url, data); return true; }",
  check({ widget, report, skip }) {
    for (const { script, name, body, at } of widget.callbacks) {
      if (name !== "onSave") continue;
      if (body === null || widget.originOf(script.file) === "bundled") {
        skip(`onSave of ${script.file} cannot be followed`);
        continue;
      }
      const inside = nodesInside(script, body);
      const asks = inside.some(
        (node) => node.type === "CallExpression" && request.test(script.pathOf(node.callee) ?? ""),
      );
      if (!asks) continue;
      if (alwaysTrue(inside))
        report({
          file: script.file,
          at,
          message: "onSave says true before it knows whether the request went well.",
          found: "return true",
          expected: "a promise that resolves to true once the server has stored the settings",
        });
      if (!looksAtSwitch.test(script.source.slice(body.start, body.end)))
        report({
          file: script.file,
          at,
          message: "onSave does not look whether the widget is being switched off.",
          expected: 'a branch for active === "N"',
        });
    }
  },
});

function nodesInside(script: Script, body: FunctionNode): readonly AnyNode[] {
  return [...script.nodesOf("CallExpression"), ...script.nodesOf("ReturnStatement")].filter(
    (node) => node.start >= body.start && node.end <= body.end,
  );
}

function alwaysTrue(nodes: readonly AnyNode[]): boolean {
  const values = nodes.flatMap((node) => (node.type === "ReturnStatement" ? [node.argument] : []));
  return (
    values.length > 0 &&
    values.every(
      (value) =>
        (value?.type === "Literal" && value.value === true) ||
        (value?.type === "UnaryExpression" &&
          value.argument.type === "Literal" &&
          value.argument.value === 0),
    )
  );
}
