import type { Problem } from "../../manifest/problem";
import type { CustomerPeriod } from "./customer-periods";
import type { TableName } from "./entities";
import type { Change, Snapshot } from "./model";
import type { OperationInput, OperationName, OperationResult } from "./operations";
import type { AreaPage, Route } from "./routes";

/**
 * What crosses between the dev server and its page.
 *
 * - The page's HTML holds a `ServedPage` as JSON in `<script type="application/json" id="emulator-data">`.
 * - `GET /-/page.json?url=<path and query>` gives the `PageData` of another page, for navigation without a reload.
 * - `POST /-/operations` takes an `OperationCall` and gives an `OperationAnswer`.
 * - `GET /-/events` is a stream of `StreamEvent`, each as the `data` of an unnamed event; `GET /-/events.json?after=7`
 *   gives an array of those after number 7.
 * - `POST /-/report` takes a `ReportBatch`.
 * - `POST /-/faults` takes a `Partial<Faults>` and sets just those; `{}` asks. The answer is the whole `Faults`.
 * - `POST /-/holds` takes a `HoldNews`.
 * - `POST /-/hooks` sends a hook by hand and gives its row of `sent_hooks`, or 400 with a sentence.
 */
export interface PageData {
  readonly route: Route;
  /** Path and query that the address bar should show. */
  readonly url: string;
  /** The rows that every page needs (users, pipelines, fields, widgets, …) and those that this page shows. */
  readonly snapshot: Snapshot;
  /** The present of the account when this was sent: the page's clock goes on from here. Unix milliseconds. */
  readonly now: number;
  /** The page of rows that a list shows, in order; its rows are in the snapshot. */
  readonly list: PageList | null;
  /** The columns of a kanban and of the automation board, and the stages of the dashboard; null elsewhere. */
  readonly board: readonly BoardColumn[] | null;
  /** The columns of the customers' board; null elsewhere. */
  readonly periods: readonly PeriodColumn[] | null;
  /** Figures over the whole account, for the dashboard. In a big account the snapshot has not all its rows. */
  readonly summary: Summary | null;
  /** The figures of the Analytics page; null elsewhere. */
  readonly analytics: Analytics | null;
  /** Code of the widget under development. */
  readonly widget: string;
  readonly areas: readonly AreaPage[];
  readonly faults: Faults;
  /** What keeps the last build from being shown; empty where all is well. */
  readonly problems: readonly Problem[];
  /** Widgets that are left out because they made the page useless. */
  readonly holds: readonly Hold[];
  /** Grows with each change of the widget's files; for `?v=` of what the platform does not version. */
  readonly revision: number;
  /** Number of the last event that this page knows of. */
  readonly event: number;
}

/** A whole document also brings the widgets that it is about to start; null where it starts none. */
export interface ServedPage extends PageData {
  readonly widgets: WidgetList | null;
}

/** One widget of the account, as `POST /ajax/widgets/list` names it. */
export interface WidgetRecord {
  readonly id: number;
  readonly code?: string;
  readonly name: string;
  readonly description: string;
  /** Addresses of script.js and of the one text file in the user's language. */
  readonly src: string;
  readonly lang: string;
  /** The widget's folder, no slash at its end. */
  readonly path: string;
  readonly images_path?: string;
  readonly cdn_path?: string;
  /** The user's settings, possibly as JSON text. */
  readonly settings: string | Readonly<Record<string, unknown>>;
  readonly installed_version: string;
  readonly active: "Y" | "N";
  readonly init_once: "Y" | "N";
  readonly status: "install" | "installed" | "not_configured" | "error";
  readonly support: Readonly<Record<string, string>> | readonly [];
  readonly oauth_client_uuid?: string;
  readonly category_id?: number;
}

/** Answer of `POST /ajax/widgets/list` (form field `area` = the page's code). */
export interface WidgetList {
  readonly widgets: Readonly<Record<string, WidgetRecord>>;
  readonly system: Readonly<Record<string, unknown>>;
}

/**
 * A list's address takes `page`, `limit` (50 where absent), `query`, `order[<column>]=asc|desc` and the API's filters
 * (`filter[responsible_user_id][]=…`, `filter[statuses][0][pipeline_id]=…`).
 */
export interface PageList {
  readonly table: TableName;
  readonly ids: readonly number[];
  readonly page: number;
  readonly limit: number;
  readonly pages: number;
  readonly total: number;
}

/**
 * A column of a board: how many cards stand there, what they are worth, and the ids of the first, which the snapshot
 * holds. `shown[<column>]=50` in the address asks for that many.
 */
export interface CountedColumn {
  readonly count: number;
  readonly money: number;
  readonly ids: readonly number[];
}

/** A stage; its name in `shown` is its id. */
export interface BoardColumn extends CountedColumn {
  readonly status_id: number;
  readonly pipeline_id: number;
}

/** Customers by when their next purchase is expected: it should have been, within 30 days, later, at no known time. */
export interface PeriodColumn extends CountedColumn {
  readonly period: CustomerPeriod["code"];
}

export interface Summary {
  readonly open: { readonly count: number; readonly money: number };
  readonly won: { readonly count: number; readonly money: number };
  readonly lost: { readonly count: number; readonly money: number };
  /** Won leads by the user who is responsible, the most money first. */
  readonly people: readonly { readonly user_id: number; readonly count: number; readonly money: number }[];
  readonly tasks: { readonly overdue: number; readonly today: number; readonly open: number };
}

export interface Sum {
  readonly count: number;
  readonly money: number;
}

/** The last 7, 30 or 90 days, or all time. */
export type AnalyticsPeriod = "week" | "month" | "quarter" | "all";

/** Leads of a pipeline that came in a period: `/stats/?pipeline=7201001&period=month`. */
export interface Analytics {
  readonly pipeline_id: number;
  readonly period: AnalyticsPeriod;
  readonly all: Sum;
  /** By the stage where they stand now, all stages of the pipeline. */
  readonly stages: readonly (Sum & { readonly status_id: number })[];
  /** By who is responsible, the most won money first. */
  readonly people: readonly {
    readonly user_id: number;
    readonly all: Sum;
    readonly won: Sum;
    readonly lost: Sum;
  }[];
}

export interface OperationCall<Name extends OperationName = OperationName> {
  readonly name: Name;
  readonly input: OperationInput<Name>;
}

/** `changes` are those that came with it; they come by the stream as well, and applying them twice does no harm. */
export type OperationAnswer<Name extends OperationName = OperationName> =
  | { readonly ok: true; readonly result: OperationResult<Name>; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly message: string };

/** A widget that is not started until somebody asks for it again or its files change. */
export interface Hold {
  readonly code: string;
  /** It keeps a page busy that has not answered since, or has sent pages elsewhere several times in a row. */
  readonly reason: "stuck" | "leaves";
}

/** What pages tell of a widget: `POST /-/holds`. `start` is the user's wish. */
export interface HoldNews {
  readonly code: string;
  readonly event: "stuck" | "answers" | "leaves" | "start";
}

/** Events are numbered one after another; `opened` has the number of the last. */
export type StreamEvent = ServerEvent & { readonly number: number };

export type ServerEvent =
  /** The first of each stream. */
  | { readonly type: "opened" }
  /** Rows came, changed or went. */
  | { readonly type: "changes"; readonly changes: readonly Change[] }
  /** The account was reset or the widget's files changed: load the page again. */
  | { readonly type: "reload" }
  /** Only `style.css` of the widget changed: swap its link. */
  | { readonly type: "style"; readonly code: string; readonly revision: number }
  /** The last build failed (or, with an empty list, is whole again): show it over the page. */
  | { readonly type: "problems"; readonly problems: readonly Problem[] }
  | { readonly type: "faults"; readonly faults: Faults };

/** What goes wrong on purpose. The first group acts in the server, the second in the page. */
export interface Faults {
  /** Milliseconds that every answer of the back end waits. */
  readonly delay: number;
  /** Every answer of the back end has this status; null: as it should be. */
  readonly status: 401 | 402 | 403 | 404 | 429 | 500 | 502 | 503 | 504 | null;
  /** An HTML page where JSON was asked for. */
  readonly html: boolean;
  /** The connection is cut without an answer. */
  readonly offline: boolean;
  /** One-time tokens are handed out expired. */
  readonly tokenExpired: boolean;
  /** At most 7 requests a second, the rest 429. */
  readonly rateLimit: boolean;

  /** Callbacks of the start run twice. */
  readonly callTwice: boolean;
  readonly order: "observed" | "documented";
  /** Milliseconds after which a widget's container comes; -1: never. */
  readonly containerDelay: number;
  /** Another widget brings its own jQuery. */
  readonly foreignJquery: boolean;
  readonly longWords: boolean;
  readonly narrowPanel: boolean;
  /** Per cent. */
  readonly zoom: 100 | 200;
  readonly theme: "light" | "dark" | null;
}

/** What a page has seen since it last said so. Counts and the 10,000 last entries are kept by the server. */
export interface ReportBatch {
  readonly callbacks?: readonly {
    readonly widget: string;
    readonly area: string;
    readonly name: string;
    readonly ms: number;
    readonly ok: boolean;
    readonly error?: string;
  }[];
  readonly calls?: readonly { readonly member: string; readonly count: number }[];
  readonly unsupported?: readonly {
    readonly member: string;
    readonly area: string;
    readonly count: number;
    readonly stack: string;
  }[];
  readonly unknown?: readonly { readonly member: string; readonly area: string; readonly count: number }[];
  readonly errors?: readonly {
    readonly widget: string | null;
    readonly area: string;
    readonly message: string;
    readonly stack: string;
    readonly origin: "host" | "widget";
  }[];
  readonly requests?: readonly {
    readonly method: string;
    readonly url: string;
    /** 0: no answer came, or the request was blocked. */
    readonly status: number;
  }[];
}
