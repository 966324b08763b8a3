import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { isWithin } from "../../script/read-call";
import { describeChanges, placeOfChange } from "./describe-changes";
import { createForeignTest, findScriptChanges, type ScriptChange } from "./find-changes";

/** The window has no documented name: it is one that has to do with pipelines or triggers. */
const triggerWindow =
  /(?=[^]*modal)(?=[^]*(?:digital-pipeline|pipeline|trigger))|\.digital-pipeline__(?:add|new|select|choose|list|trigger)/;
const anyWindow = /\.modal(?![a-z])|\.modal-body/;
/** The widget's own tile, and the form that the CRM opens for it. */
const ownForm =
  /\[data-action=["']?send_widget_hook|\.digital-pipeline__(?:edit-|short-task_widget-style_|item)|#widget_settings__fields_wrapper/;

export const km806 = defineRule({
  id: "KM806",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "Nothing is put into the window where the triggers of a pipeline are chosen.",
  severity: "error",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  why: "The list there is the CRM's: a widget is in it by its tile.",
  good: "dpSettings: function () { $tile.find('[data-action=send_widget_hook]').append(form); }",
  bad: '$(".modal .digital-pipeline__triggers").append(advertisement);',
  statement: "We add nothing to the window where triggers are chosen.",
  evidence: (context) =>
    describeChanges(
      context,
      findInsertions(context, (selector) => /digital-pipeline|trigger/.test(selector)),
    ),
  evidenceFiles: /\.(?:js|html?|twig)$/i,
  check(context) {
    const inTriggers = findInsertions(context, createForeignTest(context, triggerWindow));
    const isForeignWindow = createForeignTest(context, anyWindow);
    const inPipelines = findInsertions(
      context,
      (selector) => isForeignWindow(selector) && !triggerWindow.test(selector),
    ).filter((change) => isInPipelineCallback(context, change));
    for (const change of [...inTriggers, ...inPipelines]) {
      if (ownForm.test(change.selector)) continue;
      context.report({
        ...placeOfChange(change),
        message: "This adds to the window where the triggers of a pipeline are chosen.",
        fix: "draw into the form of your own tile, in dpSettings.",
      });
    }
  },
  inPage: {
    sees: ["trigger-window"],
    describe: (sight) => ({
      message: "The window where the triggers of a pipeline are chosen is changed.",
      found: `${sight.subject}: ${sight.detail}`,
      fix: "draw into the form of your own tile, in dpSettings.",
    }),
  },
});

function findInsertions(
  context: RuleContext,
  concerns: (selector: string) => boolean,
): readonly ScriptChange[] {
  return findScriptChanges(context, concerns).filter(({ action }) => action === "insert");
}

function isInPipelineCallback({ widget }: RuleContext, { script, node }: ScriptChange): boolean {
  return widget.callbacks.some(
    ({ name, body, script: other }) =>
      name === "dpSettings" && other === script && body !== null && isWithin(node, body as AnyNode),
  );
}
