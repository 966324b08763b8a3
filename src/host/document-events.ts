/**
 * jQuery events of the document, with what a listener gets after the event itself. Native listeners do not hear them.
 * All but the first two are observed. Kommo and amoCRM: init_once.
 */
export interface DocumentEvents {
  /** Another page has come; clean up here where `init_once` keeps the widget. amoCRM: init_once. */
  "page:changed": [];
  /** amoCRM: init_once. */
  "page:reload": [];
  /** @undocumented */
  "list:reload": [];
  /** @undocumented */
  "widgets:load": [];
  /** @undocumented */
  "widget:installed": [code: string, settings: string | object];
  /** @undocumented */
  "widget:removed": [code: string, settings?: unknown, drop?: boolean];
  /** @undocumented */
  "widget:render-template": [];
  /** @undocumented */
  "widgets:status:change": [change: { widget_code: string; status: string }];
  /** @undocumented */
  "widgets:sources:add": [source: { widget_code: string; type: string }];
  /** @undocumented */
  "widgets-in-card:show": [];
  /** @undocumented */
  toggleWidgetPanel: [];
  /** Opens the panel when a widget triggers it. @undocumented */
  openWidgetPanel: [];
  /** Changes a block of the panel when a widget triggers it. @undocumented */
  "widgets_body:change_state": [change: { $el: unknown; state: unknown }];
  /** The call list has changed. amoCRM: Telephony. */
  "list:cookies:update": [];
  /** @undocumented */
  "overlay:show": [];
  /** @undocumented */
  "overlay:hide": [];
}

/** A widget has started: triggered between `render` and `init`. @undocumented */
export type LoadedEvent = `widget:${string}:loaded`;

export type DocumentEvent = keyof DocumentEvents | LoadedEvent;
