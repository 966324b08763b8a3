import type { AnyNode } from "../../engines/javascript";
import { joinNames } from "../../findings/join-names";
import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { returnsOf } from "../../script/find-defines";
import type { Callback } from "../../script/find-callbacks";
import type { Script } from "../../script/create-script";
import { memberOf, objectIn } from "../../script/read-call";

/** Without these the CRM does not start the widget, or cannot save its settings. */
const needed = ["render", "init", "bind_actions", "onSave"];
const expected = ["settings", "destroy"];
/** What a location calls, and nothing stands in for. */
const byLocation: Readonly<Record<string, readonly string[]>> = {
  advanced_settings: ["advancedSettings"],
  card_sdk: ["loadPreloadedData", "loadElements", "linkCard", "searchDataInCard"],
  catalogs: ["loadCatalogElement"],
  salesbot_designer: ["onSalesbotDesignerSave"],
  widget_page: ["initMenuPage"],
};

export const km602 = defineRule({
  id: "KM602",
  clause: "Kommo: script.js, Installing and configuring, Widget locations; amoCRM: Mechanics",
  title: "The callbacks that the CRM calls exist, and give what it expects.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  firm: true,
  why: "After a render that does not return true the CRM calls neither init nor bind_actions. Without onSave the settings cannot be saved.",
  good: "render: function () { draw(); return true; }",
  bad: "render: function () { draw(); }",
  check(context) {
    const { widget, skip } = context;
    const callbacks = widget.callbacks.filter(({ script }) => widget.originOf(script.file) !== "library");
    const whole = widget.scripts.find((script) => assignsWhole(script));
    if (whole === undefined || widget.brokenScripts.length > 0) {
      if (widget.scripts.some(({ file }) => file === "script.js")) skip("the callbacks are made at run time");
    } else if (!makesSomeAtRunTime(whole)) checkNames(context, callbacks, whole);
    else skip("a part of the callbacks is made at run time");
    for (const callback of callbacks) checkReturn(context, callback);
  },
  inPage: {
    sees: ["error"],
    describe: (sight) => ({
      severity: "note",
      message: `The widget throws an error ${nameAreas(sight)} of the emulator.`,
      found: sight.subject,
    }),
  },
});

function checkNames({ widget, report }: RuleContext, callbacks: readonly Callback[], script: Script): void {
  const known = new Set(callbacks.flatMap(({ name }) => [name, name.split(".")[0] as string]));
  const at = Math.min(
    ...callbacks.filter((callback) => callback.script === script).map((callback) => callback.at),
    script.source.length,
  );
  const tell = (names: string | readonly string[], severity: "error" | "warning", reason: string) => {
    const missing = [names].flat();
    report({
      file: script.file,
      at,
      severity,
      message:
        missing.length === 1
          ? `The callback ${missing[0]} is missing: ${reason}.`
          : `The callbacks ${joinNames(missing)} are missing: ${reason.replace("calls it", "calls them")}.`,
      expected: `${missing[0]}: function () { … return true; }`,
    });
  };
  const installs = widget.manifest.get("widget", "installation") !== false;
  for (const name of needed)
    if (!known.has(name) && (name !== "onSave" || installs))
      tell(
        name,
        "error",
        name === "onSave" ? "the settings cannot be saved" : "the CRM calls it on every page",
      );
  for (const name of expected)
    if (!known.has(name) && (name !== "settings" || widget.manifest.has("settings")))
      tell(
        name,
        "warning",
        name === "destroy"
          ? "nothing is put away when the widget is disabled"
          : "the settings window calls it",
      );
  for (const code of new Set(widget.manifest.locations.map((listed) => listed.code))) {
    const missing = (byLocation[code] ?? []).filter((name) => !known.has(name));
    if (missing.length > 0) tell(missing, "error", `the location ${code} calls it`);
  }
}

function checkReturn({ report }: RuleContext, { script, name, at, body }: Callback): void {
  if (body === null || !needed.includes(name)) return;
  if (body.async || returnsOf(script, body).length > 0) return;
  report({
    file: script.file,
    at,
    severity: "warning",
    message: `The callback ${name} returns nothing.`,
    expected: name === "onSave" ? "true, false, or a promise" : "true",
    fix: "return true at its end.",
  });
}

/** True where the script gives all callbacks at once, so that a missing one is missing. */
function assignsWhole(script: Script): boolean {
  return listGiven(script).some((value) => objectIn(script, value as AnyNode) !== null);
}

/** Members that another object brings, or whose names are made up later. */
function makesSomeAtRunTime(script: Script): boolean {
  return listGiven(script).some((value) => {
    const object = objectIn(script, value as AnyNode);
    if (object === null) return true;
    return object.properties.some(
      (property) =>
        (property.type === "SpreadElement" && objectIn(script, property.argument) === null) ||
        (property.type === "Property" && property.computed),
    );
  });
}

function listGiven(script: Script) {
  const given = [
    ...script
      .nodesOf("AssignmentExpression")
      .filter(({ left }) => left.type === "MemberExpression" && !left.computed && isNamed(left.property))
      .map(({ right }) => right),
    ...script
      .nodesOf("Property")
      .filter(({ key, parent, computed }) => !computed && isNamed(key) && parent?.type === "ObjectExpression")
      .map(({ value }) => value),
    ...script
      .nodesOf("PropertyDefinition")
      .filter(({ key, computed }) => !computed && isNamed(key))
      .flatMap(({ value }) => value ?? []),
  ];
  // Other objects have callbacks too: those of charts, of editors.
  return given.filter((value) => {
    const object = objectIn(script, value as AnyNode);
    return object === null || [...needed, ...expected].some((name) => memberOf(object, name) !== null);
  });
}

function isNamed(node: { readonly type: string; readonly name?: string }): boolean {
  return node.type === "Identifier" && node.name === "callbacks";
}
