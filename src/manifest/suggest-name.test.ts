import { expect, it } from "vitest";
import { suggestName } from "./suggest-name";

it.each([
  ["lcrad", ["ccard", "lcard"], "lcard"],
  ["advancedSettings", ["settings", "advanced_settings"], "advanced_settings"],
  ["advanced-settings", ["settings", "advanced_settings"], "advanced_settings"],
  ["suport", ["support", "sms"], "support"],
  ["SMS", ["sms"], "sms"],
  ["requird", ["type", "required"], "required"],
])("takes %s for the name that was meant", (word, names, meant) => {
  expect(suggestName(word, names)).toBe(meant);
});

it.each(["banana", "", "x".repeat(100_000)])("suggests nothing for a word that is like no name", (word) => {
  expect(suggestName(word, ["lcard", "settings"])).toBeUndefined();
});
