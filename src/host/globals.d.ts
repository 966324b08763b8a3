// oxlint-disable typescript/triple-slash-reference -- ambient modules and globals have nothing that could be imported
/// <reference types="jquery" />

// What the CRM's page has as globals. Kommo: Environment variables, script.js.

/** The CRM as a widget sees it. Read it, never write to it. */
declare var APP: import("./app").KommoApp;

/** The same object by its name of old. @deprecated */
declare var AMOCRM: import("./app").KommoApp;

/** What RequireJS gives to the page. */
declare var define: {
  (factory: unknown): void;
  (dependencies: readonly string[], factory: unknown): void;
  (name: string, dependencies: readonly string[], factory: unknown): void;
  readonly amd: object;
};

declare var requirejs: {
  (
    dependencies: readonly string[],
    ready?: (...modules: never[]) => void,
    failed?: (error: Error) => void,
  ): void;
  config(options: object): void;
  undef(name: string): void;
};

interface Document {
  /** The widget's method of the same name. @undocumented */
  crm_post?: import("./widget").KommoWidget["crm_post"];
}
