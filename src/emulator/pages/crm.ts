import { createContext, type ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useReducer } from "preact/hooks";
import type { Loader } from "../loader/loader";
import type { EntityType } from "../model/entities";
import type { ModelView } from "../model/model";
import type { CardRows } from "../model/operations";
import type { PageData } from "../model/wire";
import type { Host } from "../sdk/host";
import type { Toast } from "../sdk/surface";
import type { Store } from "./create-store";
import type { Formatter } from "./format/create-formatter";
import type { Translate } from "./i18n/create-translator";

/** What every screen works with. */
export interface Crm {
  readonly window: Window & typeof globalThis;
  readonly host: Host;
  readonly loader: Loader;
  readonly model: ModelView;
  readonly t: Translate;
  readonly format: Formatter;
  /** The open page: its route, its rows, and which of them a list shows. */
  readonly page: Store<PageData>;
  /**
   * How far the page is: `drawn`; `open` when the host has taken it over, so that `host.card` and `host.list` are its;
   * `started` when its widgets have.
   */
  readonly opened: Store<Opened>;
  readonly toasts: Store<readonly ShownToast[]>;
  readonly modals: Store<readonly Modal[]>;
  readonly badges: Store<Readonly<Record<string, number>>>;
  /** Goes to another screen; resolves when its widgets have started. */
  navigate(url: string): Promise<void>;
  reload(): Promise<void>;
  /**
   * Takes the page's rows and figures anew from the account while screen and widgets stay as they are; `query` is
   * added to its address for this once.
   */
  renew(query?: string): Promise<void>;
  /** The first contacts or companies of the whole account that answer to a search; a page holds only its own. */
  search<T extends "contacts" | "companies">(kind: T, query: string): Promise<readonly CardRows[T][]>;
  /** Puts a window of the pages' own over the screen. Returns what closes it. */
  openModal(draw: (close: () => void) => ComponentChildren, className?: string): () => void;
  /** The form that is open on the automation board. */
  readonly editing: Store<Editing>;
  /** Notes work that a screen has begun, so that `settle` waits for it. Gives the work back. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when the screen is drawn and nothing that was tracked is under way. */
  settle(): Promise<void>;
  /** Has the server send what Kommo would send to an integration; null where nobody can. */
  readonly sendHook: ((hook: AskedHook) => Promise<void>) | null;
  /** Runs what a click asked for; a refusal of the account's is shown as a toast. Gives undefined then. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>;
}

export type Opened = "drawn" | "open" | "started";

/** An action of the automation board, or a new one of a widget in a stage. */
export type Editing =
  | { readonly kind: "action"; readonly id: number }
  | { readonly kind: "new"; readonly status: number; readonly widget: string }
  | null;

/** A request to an integration that a developer asks for, without waiting for what would set it off. */
export type AskedHook =
  | { readonly kind: "digital_pipeline"; readonly action: number; readonly lead: number }
  | { readonly kind: "digital_pipeline"; readonly action: number; readonly customer: number }
  | {
      readonly kind: "salesbot";
      readonly bot: number;
      readonly entity_type: EntityType;
      readonly entity_id: number;
    }
  | { readonly kind: "sms"; readonly widget: string; readonly phone: string; readonly text: string }
  | { readonly kind: "disable"; readonly widget: string };

export interface ShownToast extends Toast {
  readonly key: number;
}

export interface Modal {
  readonly key: number;
  readonly className: string;
  draw(): ComponentChildren;
  close(): void;
}

export const CrmContext = createContext<Crm | null>(null);

export function useCrm(): Crm {
  const crm = useContext(CrmContext);
  if (crm === null) throw new Error("A screen was drawn outside createCrm.");
  return crm;
}

/** Reads the account and redraws when it changes. */
export function useModel<T>(read: (model: ModelView) => T): T {
  const { model } = useCrm();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => model.subscribe(() => redraw(undefined)), [model]);
  return read(model);
}

/** Reads a store and redraws when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => store.subscribe(() => redraw(undefined)), [store]);
  return store.get();
}
