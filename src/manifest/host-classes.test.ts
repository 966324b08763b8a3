import { expect, it } from "vitest";
import { isHostClass } from "./host-classes";

it.each([
  "modal",
  "modal_wide",
  "list",
  "list__table",
  "card",
  "card-widgets",
  "button-input_blue",
  "control--select",
  "icon",
  "js-widget-save",
  "h-hidden",
  "hidden",
  "pipeline_status",
  "element__text",
  "ui",
])("knows %s as the host's", (name) => {
  expect(isHostClass(name)).toBe(true);
});

it.each([
  "playbook",
  "cardinal",
  "listener",
  "acme_modal",
  "uikit",
  "jsonview",
  "headline",
  "hello",
  "elements",
])("leaves %s to the widget", (name) => {
  expect(isHostClass(name)).toBe(false);
});
