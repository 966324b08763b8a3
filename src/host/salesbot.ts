// What `onSalesbotDesignerSave` gives, as data: `JSON.stringify(steps)`. A bot is at most 64 KB; steps are numbered from
// 0. Kommo: Salesbot SDK, Salesbot in the Digital Pipeline.

/** One thing that a step does: its name, and what it needs. */
export interface SalesbotHandler {
  handler: SalesbotHandlerName;
  params: Readonly<Record<string, unknown>> | readonly unknown[];
}

export interface SalesbotStep {
  question: readonly SalesbotHandler[];
  answer?: readonly SalesbotHandler[];
  finish?: readonly SalesbotHandler[];
  require?: readonly unknown[];
}

/** The steps of a bot; in the second form `error` answers a message that was not delivered. */
export type SalesbotSteps =
  | readonly SalesbotStep[]
  | (Readonly<Record<number, SalesbotStep>> & { readonly error?: readonly SalesbotHandler[] });

/** Names of handlers. `conditions`, `exits`, `request` and `send_message` stand in samples only. */
export type SalesbotHandlerName =
  | "show"
  | "buttons"
  | "action"
  | "meta"
  | "condition"
  | "conditions"
  | "validations"
  | "preset"
  | "goto"
  | "exits"
  | "wait_answer"
  | "find"
  | "filter"
  | "send_internal"
  | "send_external_message"
  | "send_message"
  | "widget_request"
  | "request"
  | "stop";

/** Asks the widget's server, which answers in two seconds and continues the bot later. Kommo: Salesbot SDK. */
export interface WidgetRequestParams {
  url: string;
  data: Readonly<Record<string, string>>;
}

/** Leaves the step by one of the codes that `salesbotDesignerSettings` gave. Kommo: Salesbot SDK. */
export interface ExitParams {
  value: string;
}

/** Jumps to a step. Kommo: Salesbot in the Digital Pipeline. */
export interface GotoParams {
  type: "question" | "answer" | "finish";
  step: number;
}

/** Compares terms, such as `{{json.status}}` and a text. Kommo: Salesbot SDK. */
export interface ConditionsParams {
  logic: "and" | "or";
  conditions: readonly {
    term1: string;
    term2: string;
    operation: "=" | "!=" | "in" | "not_in" | "in_range";
  }[];
  result: readonly SalesbotHandler[];
}
