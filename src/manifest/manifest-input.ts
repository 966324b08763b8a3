import type { Env } from "./env";
import type { Brand, LocationCode, SuffixedLocation } from "./locations";

/** What `defineManifest` takes: everything that the platform lets a widget say about itself. */
export interface ManifestInput {
  /**
   * The widget's name in code: the root class of its styles and of everything it mounts. A lower-case letter, then
   * letters, digits and `_`; a class of the host's own is refused.
   */
  readonly name: string;
  /** The host keeps static files by it: raise it with every upload. */
  readonly version: string;
  /** Who gets the widget: one account ("personal"), or everybody through the marketplace. */
  readonly distribution: "personal" | "marketplace";
  /** The product that it is written for. Default: "kommo". */
  readonly brand?: Brand;
  /** Its languages; each has a file `i18n/<locale>.json`. */
  readonly locales: readonly Locale[];
  /** Whom the user asks for help. The marketplace needs one of both; the link goes before the e-mail. */
  readonly support?: SupportInput;
  /** Where it works. Cards and lists say whether they use the panel at the right, all others `true`. */
  readonly locations: LocationsInput;
  /** The fields of the settings modal, by code. The text of a field is `settings.<code>`. */
  readonly settings?: SettingsInput;
  /**
   * `false`: the host lists the widget without settings and without an Install button. Default: `true`.
   * Kommo: manifest.json.
   */
  readonly installation?: boolean;
  /** amoCRM only: the Install button reads "View"; `installation` must be `false`. */
  readonly showcase?: boolean;
  /**
   * `true`: one instance lives through the whole session, on every page; of the callbacks only `render` is repeated.
   * For telephony and open sockets. Default: `false`. Kommo: Widget locations.
   */
  readonly initOnce?: boolean;
  /** The slides of the settings modal and of the marketplace, at most five a language. */
  readonly tour?: TourInput;
  /** Needed by the location `digital_pipeline`. */
  readonly digitalPipeline?: DigitalPipelineInput;
  /** Needed by the location `salesbot_designer`. */
  readonly salesbotDesigner?: SalesbotDesignerInput;
  /** Items of the left menu; an item of your own needs the location `widget_page`. Marketplace only. */
  readonly leftMenu?: LeftMenuInput;
  /** Needed by the location `sms`. */
  readonly sms?: SmsInput;
  /** Needed by the location `mobile_card`. */
  readonly mobile?: MobileInput;
  /** Needed by the location `amoforms` (amoCRM only). */
  readonly amoforms?: AmoformsInput;
  /** The code that an integration of old had to name itself; new integrations get theirs at the upload. */
  readonly code?: string;
  /** The key that an integration of old carried beside its code. It is no longer needed, and everybody can read it. */
  readonly secretKey?: string | Env;
}

/** The languages of both products. Kommo: en, es, pt, tr, id. amoCRM: ru, en, es, pt. */
export type Locale = "en" | "es" | "pt" | "tr" | "id" | "ru";

export interface SupportInput {
  /** An https address of your own site. */
  readonly link?: string;
  readonly email?: string;
}

/** The connection areas, each with what it asks for. Kommo: Widget locations. */
export type LocationsInput = {
  readonly [L in SuffixedLocation]?: "panel" | "hidden";
} & {
  readonly [L in Exclude<LocationCode, SuffixedLocation>]?: true;
};

export type SettingsInput = Readonly<Record<string, SettingInput>>;

/** One field of the settings modal or of an automation's tile. Kommo: Field types. */
export interface SettingInput {
  /**
   * `text`, `pass`: one input. `users`: an input a user. `users_lp`: a login and a password a user. `custom`: the
   * widget draws the field itself and stores any JSON; at most one, and it needs the location `settings`.
   */
  readonly type: "text" | "pass" | "users" | "users_lp" | "custom";
  /** The host refuses to install and to save while a required field is empty. Default: `false`. */
  readonly required?: boolean;
}

export interface TourInput {
  /** Paths in the archive, by locale: `{ en: ["images/tour_1_en.png"] }`. 1188 × 616 pixels. */
  readonly images?: { readonly [L in Locale]?: readonly string[] };
}

/** An action of the pipeline's automation. Kommo: Widgets in the Digital Pipeline. */
export interface DigitalPipelineInput {
  /** The fields of its tile. The text of a field is `dp.<code>`. */
  readonly settings?: SettingsInput;
  /** Whether one action may span several stages. */
  readonly multiple: boolean;
  /** The https address that the host calls when the action starts. */
  readonly webhookUrl?: string | Env;
  /** amoCRM only: the action has a name of its own, the text `dp.title`. */
  readonly title?: true;
}

/** Steps of the Salesbot designer. Kommo: Salesbot SDK. */
export interface SalesbotDesignerInput {
  /** A path on the host's server that begins with `/`. */
  readonly logo?: string;
  /** The steps, by code; at least one. The name of a step is the text `salesbot.<code>.name`. */
  readonly handlers: Readonly<Record<string, SalesbotHandlerInput>>;
}

export interface SalesbotHandlerInput {
  /** The fields of the step. The text of a field is `salesbot.<handler>.settings.<code>`. */
  readonly settings?: Readonly<Record<string, SalesbotFieldInput>>;
}

export interface SalesbotFieldInput {
  /** Which fields of a lead or contact can be picked: `numeric` offers text and numbers, `url` text and links. */
  readonly type: "text" | "numeric" | "url";
  /** `true`: the user types the value. `false`: the user picks a field of the lead or contact. Default: `false`. */
  readonly manual?: boolean;
  /** The value that stands there first, the same in every language. */
  readonly defaultValue?: string;
  /** The value that stands there first is the text `salesbot.<handler>.defaults.<code>`. */
  readonly defaultText?: true;
}

/** The system items of the left menu. Kommo: Left menu. */
export type SystemMenuItem =
  | "dashboard"
  | "leads"
  | "customers"
  | "tasks"
  | "catalogs"
  | "mail"
  | "stats"
  | "settings";

/** Kommo: Left menu. */
export interface LeftMenuInput {
  /** Items of the widget, by code. The title of an item is the text `left_menu.<code>.title`. */
  readonly items?: Readonly<Record<string, MenuItemInput>>;
  /** Codes of sub-items below Analytics, in their order. The title is the text `left_menu.stats.<code>`. */
  readonly stats?: readonly string[];
  /** Codes of sub-items below Settings, in their order. The title is the text `left_menu.settings.<code>`. */
  readonly settings?: readonly string[];
  /** System items that the widget hides. */
  readonly hide?: readonly Exclude<SystemMenuItem, "settings">[];
}

export interface MenuItemInput {
  /** SVG files of the archive for the light and the dark theme. */
  readonly icons?: { readonly light: string; readonly dark: string };
  /** One file for both themes: what amoCRM knows, and what Kommo keeps for old widgets. */
  readonly icon?: string;
  /** The system item that it stands behind. Default: the end of the menu. */
  readonly after?: SystemMenuItem;
  /** Codes of its sub-items, in their order. The title is the text `left_menu.<item>.submenu.<code>`. */
  readonly submenu?: readonly string[];
}

/** A sender of the system's SMS. Kommo: manifest.json; amoCRM: System SMS. */
export interface SmsInput {
  /** The https address that gets a POST for each message; it must answer while the archive is uploaded. */
  readonly endpoint: string | Env;
}

/** A block in the mobile app. Kommo: manifest.json; amoCRM: Mobile widgets. */
export interface MobileInput {
  /** The https page that the app opens. */
  readonly frameUrl: string | Env;
  /** The ground behind the block's white title, as `#RRGGBB`. */
  readonly color: string;
}

/** A button in web forms; its title is the text `amoforms.title`. amoCRM: Widgets in web forms. */
export interface AmoformsInput {
  /** Whether the form can be sent only after the button was used. Default: `false`. */
  readonly required?: boolean;
  /** The form shows the text `amoforms.error` when the widget fails. */
  readonly errorText?: true;
}
