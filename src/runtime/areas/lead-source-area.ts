import { Area } from "../area";
import type { Life } from "../life";
import type { AreaClass } from "../open-area";

/** The widget was added to the sources of a pipeline. It draws nothing. (Kommo: script.js, onAddAsSource) */
export abstract class LeadSourceArea extends Area<"LeadSourceArea"> {
  /** The pipeline that it was added to. */
  declare readonly pipelineId: number;

  static connect(this: AreaClass, life: Life, location: string): void {
    life.callbacks.onAddAsSource = (pipelineId) => {
      life.open(location, this, undefined, { pipelineId });
      return true;
    };
  }
}
