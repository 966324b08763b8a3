import type { SalesbotExit, SalesbotSteps } from "../../host";
import { Area } from "../area";
import { attempt } from "../attempt";
import type { Life } from "../life";
import type { AreaClass } from "../open-area";
import type { SalesbotHandler } from "../register";
import { whenGone } from "../when-gone";

/** Values of a step's fields, by code; a field of the lead or contact is a placeholder such as `{{lead.price}}`. */
export type SalesbotParams = Readonly<Record<string, string>>;

/** A step of the Salesbot designer. (Kommo: Salesbot SDK) */
export abstract class SalesbotArea extends Area<"SalesbotArea"> {
  /** The block of the step. The row of a field is `[data-field-name=…]`. */
  declare readonly body: HTMLElement;
  declare readonly params: SalesbotParams;
  /** The host's markup for a row of its own look. */
  declare readonly renderRow: (caption: string) => string;

  /** Where the step leads; the host draws an arrow for each. */
  abstract exits(): readonly SalesbotExit[];
  /** The steps that a handler of the manifest stands for, as the bot runs them. */
  abstract save(handler: SalesbotHandler, params: SalesbotParams): SalesbotSteps;

  static connect(this: AreaClass, life: Life, location: string): void {
    const { callbacks, areas } = life;
    const report = (error: unknown) => life.report(error, location);
    const find = () => areas.get(location)?.area as SalesbotArea | undefined;

    callbacks.salesbotDesignerSettings = ($body, renderRow, params) => {
      const body = $body[0] as HTMLElement;
      life.open(
        location,
        this,
        {
          find: () => body,
          enter({ signal, close }) {
            whenGone(body, signal, close);
            return body;
          },
        },
        { body, renderRow, params },
      );
      return { exits: [...(attempt(report, () => find()?.exits()) ?? [])] };
    };
    callbacks.onSalesbotDesignerSave = (handler, params) => {
      if (!areas.has(location)) life.open(location, this);
      const steps = attempt(report, () => find()?.save(handler as SalesbotHandler, params as SalesbotParams));
      return JSON.stringify(steps);
    };
  }
}
