import type { CheckConfig } from "../config/check-config";
import type { RuleContext } from "../rule";
import type { Widget } from "../widget/create-widget";
import { lazyBy } from "../widget/lazy";
import type { Stylesheet, StyleRule } from "./create-stylesheet";
import { leadingTokenOf } from "./judge-selector";
import { listSheets } from "./list-embedded-styles";
import { createOwnNames, type OwnNames } from "./own-names";

export interface Styles {
  readonly sheets: readonly Stylesheet[];
  readonly own: OwnNames;
}

/** The widget's style sheets, those inside scripts and templates too, and which names in them are its own. */
export function readStyles({ widget, config }: Pick<RuleContext, "widget" | "config">): Styles {
  return { sheets: widget.once(listSheets), own: readOwnNames({ widget, config }) };
}

/** Which names of classes, ids and custom properties are the widget's own. */
export function readOwnNames({ widget, config }: Pick<RuleContext, "widget" | "config">): OwnNames {
  return widget.once(createNamesReader)(config);
}

// Many rules ask, and to guess the names every selector is looked at.
function createNamesReader(widget: Widget): (config: CheckConfig) => OwnNames {
  return lazyBy((config) =>
    createOwnNames({ ...readDeclared({ widget, config }), leading: widget.once(listLeading) }),
  );
}

/** Which names are the widget's own for certain: by its project and its manifest. */
export function readDeclaredNames({ widget, config }: Pick<RuleContext, "widget" | "config">): OwnNames {
  return createOwnNames({ ...readDeclared({ widget, config }), leading: [] });
}

function readDeclared({ widget, config }: Pick<RuleContext, "widget" | "config">) {
  const code = widget.manifest.get("widget", "code");
  return {
    declared: [config.code, config.root, ...config.prefixes].filter((name) => name !== null),
    code: typeof code === "string" ? code : null,
  };
}

function listLeading(widget: Widget): readonly string[] {
  return widget
    .once(listSheets)
    .filter(({ file }) => widget.originOf(file) !== "library")
    .flatMap(({ rules }) => rules.filter(({ parents }) => parents.length === 0))
    .flatMap(({ selectors }) => selectors.flatMap((selector) => leadingTokenOf(selector) ?? []));
}

/** Where a rule begins in its file. */
export function placeOfRule(sheet: Stylesheet, { node }: StyleRule): number {
  return sheet.placeOf(node.loc?.start.offset ?? 0);
}
