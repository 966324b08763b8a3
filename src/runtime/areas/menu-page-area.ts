import type { MenuPage } from "../../host";
import { Area, type Drawn } from "../area";
import type { Life } from "../life";
import type { AreaClass } from "../open-area";
import { workArea } from "./work-area";

/** A page that an item of the left menu opens. (Kommo: Left menu) */
export abstract class MenuPageArea extends Area<"MenuPageArea"> {
  /** Which of the widget's pages it is, by the codes of the manifest. */
  declare readonly page: MenuPage;

  abstract render(): Drawn;

  static connect(this: AreaClass, life: Life, location: string): void {
    life.callbacks.initMenuPage = (page) => {
      life.open(location, this, workArea, { page });
      return true;
    };
  }
}
