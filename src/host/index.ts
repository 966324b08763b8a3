// oxlint-disable typescript/triple-slash-reference -- ambient modules and globals have nothing that could be imported
/// <reference path="./modules.d.ts" />
/// <reference path="./assets.d.ts" />
/// <reference path="./globals.d.ts" />

export type * from "./app";
export type * from "./app-data";
export type * from "./app-internals";
export type * from "./app-sdk";
export type * from "./app-widgets";
export type * from "./callbacks";
export type * from "./card";
export type * from "./chat-button";
export type * from "./confirm";
export type * from "./constants";
export type * from "./controls";
export type * from "./document-events";
export type * from "./list";
export type * from "./modal";
export type * from "./notifications";
export type * from "./params";
export type * from "./salesbot";
export type * from "./system-info";
export type * from "./templates";
export type * from "./widget";
