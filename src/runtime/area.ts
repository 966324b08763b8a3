import type { VNode } from "preact";
import type { KommoWidget } from "../host";

/** Tells area classes of the same shape apart. */
declare const kind: unique symbol;

/** What an area gets of the life that it lives in. */
export interface AreaContext {
  readonly widget: KommoWidget;
  readonly signal: AbortSignal;
  update(): void;
  close(): void;
  /** Shows a message above the view; without a text it goes. */
  notify(text?: string): void;
  /** Something of the area has failed: reports it and shows a message above the view. */
  fail(error: unknown): void;
}

/** What a view is. No promise: what has to be awaited belongs in `useAsync` or `init`. */
export type Drawn = VNode | string | number | boolean | null | undefined | readonly Drawn[];

/** What an area class may have for its life, beside that which its base class demands. */
export interface LifeMethods {
  /** After the mount, once. */
  init?(): unknown;
  /** After `init`, once: for what Preact does not own. */
  bindActions?(): unknown;
  /** At the end; `signal` is aborted before it. */
  destroy?(): unknown;
}

export interface AreaMethods extends LifeMethods {
  render?(): Drawn;
}

/** What extends the base class of this name. */
export interface Extends<Kind extends string> {
  readonly [kind]: Kind;
}

/** What every area class has. Where and when an area lives is the matter of the class that the author extends. */
export abstract class Area<Kind extends string = string> {
  declare readonly [kind]: Kind;
  /** The CRM's own object of this widget. Its settings and texts are those of now: read them late. */
  declare readonly widget: KommoWidget;
  /** Aborted when the area ends. Give it to whatever waits, listens or asks. */
  declare readonly signal: AbortSignal;
  /** Draws the view again, with what `render` gives now. */
  declare readonly update: () => void;
  /** Ends the area before the host does. */
  declare readonly close: () => void;
  /** Shows a message above the view; without a text it goes. */
  declare readonly notify: (text?: string) => void;
  /** Reports what has failed, once, and shows a small message above the view. */
  declare readonly fail: (error: unknown) => void;

  constructor(context: AreaContext) {
    Object.assign(this, context);
  }
}
