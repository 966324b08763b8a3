import $ from "jquery";
import { Area } from "../area";
import { findHostField, type HostField } from "../host-field";
import type { Life } from "../life";
import type { AreaClass, Place } from "../open-area";
import type { PipelineSettingName } from "../register";
import { whenGone } from "../when-gone";

/**
 * The form of an action in the pipeline's automation. The host draws the fields that the manifest names and saves
 * what stands in them; the view may put better controls in their place, see `field`.
 * (Kommo: Widgets in the Digital Pipeline)
 *
 * @example
 * class StageAction extends DigitalPipelineArea {
 *   readonly playbook = this.field("playbook");
 *   init() {
 *     this.playbook.hide();
 *   }
 *   render() {
 *     return <Select value={this.playbook.value} onChange={(name) => (this.playbook.value = name)} />;
 *   }
 * }
 */
export abstract class DigitalPipelineArea extends Area<"DigitalPipelineArea"> {
  /** A field of the form, by its code in the manifest. */
  field(name: PipelineSettingName): HostField {
    return findHostField(() => findForm(this.widget.params.widget_code) ?? document, name, this.signal);
  }

  static connect(this: AreaClass, life: Life, location: string): void {
    life.callbacks.dpSettings = () => {
      life.open(location, this, place);
      return true;
    };
  }
}

const place: Place = {
  find: ({ widget }) => findForm(widget.params.widget_code),
  enter(context, form) {
    whenGone(form, context.signal, context.close);
    return form;
  },
};

const hook = "[data-action=send_widget_hook]";

/**
 * The form of the tile that is open. Each tile of the widget carries its marker; the open form stands around it or
 * two levels above it.
 */
function findForm(code: string): Element | undefined {
  const $marker = $(`.digital-pipeline__short-task_widget-style_${code}`);
  const $form = $marker.closest(hook).add($marker.parent().parent().find(hook)).last();
  return $form.find("#widget_settings__fields_wrapper")[0] ?? $form[0];
}
