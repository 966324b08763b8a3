import { expect, it } from "vitest";
import { nameChannel } from "./name-channel";

it.each([
  ["waba", "WhatsApp"],
  ["instagram_business", "Instagram"],
  ["com.acme.chat", "com.acme.chat"],
])("calls the channel %s %s", (origin, name) => {
  expect(nameChannel(origin)).toBe(name);
});
