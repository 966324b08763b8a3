import type { Problem } from "../../manifest/problem";
import type { Model } from "../model/model";
import type { WidgetFiles } from "../model/read-widget";
import type { Faults } from "../model/wire";
import type { EventStream } from "./event-stream";
import type { Holds } from "./holds";
import type { ReportLog } from "./report-log";

/** A file of the page's client, prebuilt. */
export interface Asset {
  readonly body: Uint8Array | string;
  /** Value of Content-Type. */
  readonly type: string;
  /** Changes with the body. Where there is one, a page asks for the file by it and the browser keeps it. */
  readonly version?: string;
}

/** What the parts of the server share. */
export interface Emulator {
  readonly origin: string;
  readonly model: Model;
  readonly report: ReportLog;
  readonly events: EventStream;
  readonly holds: Holds;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Files of each widget of the account, by its code. */
  readonly widgets: Map<string, WidgetFiles>;
  /** Code of the widget under development. */
  readonly widget: string;
  readonly mocksFolder: string | null;
  readonly allowHosts: readonly string[];
  /** Hears when the widget is disabled. */
  disableHook: string | null;
  /** The integration's client secret: signs tokens and hooks. */
  readonly secret: string;
  /** True while within the rate of requests. */
  readonly takeTurn: () => boolean;
  /** The account's present, Unix milliseconds. */
  readonly clock: () => number;
  faults: Faults;
  problems: readonly Problem[];
  revision: number;
}
