import { Area, type Drawn } from "../area";
import type { Life } from "../life";
import type { AreaClass } from "../open-area";
import { workArea } from "./work-area";

/** The widget's own page in Settings. */
export abstract class AdvancedSettingsArea extends Area<"AdvancedSettingsArea"> {
  abstract render(): Drawn;

  static connect(this: AreaClass, life: Life, location: string): void {
    life.callbacks.advancedSettings = () => {
      life.open(location, this, workArea);
      return true;
    };
  }
}
