import type { ModelView } from "../../model/model";
import type { Libraries } from "../libraries";
import type { Report } from "../report";
import type { Surface } from "../surface";
import { toToast } from "../to-toast";
import type { HostTexts } from "../texts";
import { noticeCalls } from "../notice-calls";
import type { Watch } from "../watch-reads";
import type { Constants } from "./create-constants";
import { createNotifications } from "./create-notifications";
import { createRouter } from "./create-router";
import { createUserStatus } from "./create-user-status";
import { elementTypes, fieldTypes } from "./lookup-tables";
import type { WidgetsRegistry } from "./create-widgets";
import type { AppData } from "./create-data";

export interface AppOptions {
  readonly libraries: Libraries;
  readonly model: ModelView;
  readonly surface: Surface;
  readonly report: Report;
  readonly watch: Watch;
  readonly constants: Constants;
  readonly texts: HostTexts;
  readonly data: AppData;
  readonly widgets: WidgetsRegistry;
  readonly names: () => { readonly code: string; readonly v3: string; readonly baseEntity: string };
  readonly addNotificationCallback: (code: string, callback: unknown) => void;
}

/** moment patterns of the account: `APP.system.format.date`. */
export function describePatterns(model: ModelView): Record<string, string> {
  const { date_format, time_format } = model.account;
  return {
    date: date_format,
    time: time_format,
    full: `${date_format} ${time_format}`,
    date_short: date_format.replace("YYYY", "YY"),
    calendar: "D MMMM YYYY",
    calendar_no_year: "D MMMM",
    year_short: date_format.replace("YYYY", "YY"),
  };
}

export function hoursOf(model: ModelView): 12 | 24 {
  return /a$/i.test(model.account.time_format) ? 12 : 24;
}

/** Makes `window.APP`, which is `window.AMOCRM` as well (Kommo: Environment variables, JS SDK). */
export function createApp(options: AppOptions) {
  const { libraries, model, surface, report, watch, constants, texts, data, widgets, names } = options;
  const { $ } = libraries;
  const part = <T extends object>(members: T, path: string) =>
    watch.watchReads(noticeCalls(members, path, report), path);
  const lang: Record<string, unknown> = { ...texts };

  const functions = noticeCalls(
    {
      getBaseEntity: () => names().baseEntity,
      isCard: () => data.is_card,
      getWidgetsArea: () => names().code,
      getV3WidgetsArea: () => names().v3,
      constant: constants.constant,
      addNotificationCallback: options.addNotificationCallback,
      setTitle: (title: string) => void (document.title = String(title)),
      addLang: (more: object) => void Object.assign(lang, more),
      notSmall: () => ($(window).width() ?? 0) >= 1024,
    },
    "APP",
    report,
  );

  return watch.watchReads(
    {
      ...functions,
      lang,
      lang_id: model.account.language,
      data: watch.watchReads(data, "APP.data"),
      widgets,
      sdk: part(createUserStatus(model), "APP.sdk"),
      notifications: part(createNotifications($, surface), "APP.notifications"),
      router: part(createRouter(libraries, surface), "APP.router"),
      inbox: part(
        {
          showNotification: (item: Parameters<typeof toToast>[0]) => surface.showToast(toToast(item)),
        },
        "APP.inbox",
      ),
      element_types: { ...elementTypes },
      cf_types: { ...fieldTypes },
      system: watch.watchReads(
        {
          format: { date: describePatterns(model), time: hoursOf(model) },
          timezone: model.account.timezone,
          locale: { currency_symbol: model.account.currency_symbol, currency_pattern: "#VALUE# #SYMBOL#" },
        },
        "APP.system",
      ),
      click_event: "click",
      environment: "production",
      static_domain: "",
      is_touch_device: false,
      is_widgets_maximized: false,
      first_load: true,
    },
    "APP",
  );
}

export type App = ReturnType<typeof createApp>;
