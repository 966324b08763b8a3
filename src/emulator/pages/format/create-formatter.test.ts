import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Account } from "../../model/entities";
import { createAccount } from "../../model/seed/create-account";
import { createFormatter } from "./create-formatter";

const account: Account = createAccount().account;
const now = Date.UTC(2026, 10, 18, 10) / 1000;
const create = (changes: Partial<Account> = {}, locale: Account["language"] = "en") =>
  createFormatter({ ...account, ...changes }, locale, () => now);

const zones = [
  "UTC",
  "America/New_York",
  "America/Sao_Paulo",
  "Europe/Moscow",
  "Asia/Kathmandu",
  "Pacific/Auckland",
];

describe("the formatter", () => {
  it("writes a day and reads it back in every time zone", () => {
    assert(
      property(constantFrom(...zones), integer({ min: 0, max: 4_102_444_800 }), (timezone, time) => {
        const format = create({ timezone });
        const start = format.startOfDay(time);

        expect(format.fieldDate(start)).toBe(format.fieldDate(time));
        expect(time - start).toBeGreaterThanOrEqual(0);
        expect(time - start).toBeLessThan(26 * 3600);
      }),
    );
  });

  it("reads a day and a time of the account's zone", () => {
    const format = create({ timezone: "America/Sao_Paulo" });

    expect(format.parse("18.11.2026", "09:30")).toBe(Date.UTC(2026, 10, 18, 12, 30) / 1000);
  });

  it.each(["", "tomorrow", "18.11", "2026-11-18"])("takes %j for no day", (text) => {
    expect(create().parse(text)).toBeNull();
  });

  it.each([
    ["en", "USD", 17_900, "$17,900"],
    ["pt", "BRL", 17_900, "R$\u00a017.900"],
    ["en", "USD", 17.5, "$17.50"],
    ["en", "nonsense", 5, "5 nonsense"],
  ] as const)("writes money in %s %s", (locale, currency, value, text) => {
    expect(create({ currency }, locale).money(value)).toBe(text);
  });

  it("names days near the present", () => {
    const format = create({ timezone: "UTC", time_format: "HH:mm" });

    expect(format.moment(now)).toBe("Today 10:00");
    expect(format.moment(now - 86_400)).toBe("Yesterday 10:00");
    expect(format.moment(now + 5 * 86_400)).toBe("Nov 23 10:00");
  });

  it("takes UTC where the account's zone does not exist", () => {
    expect(create({ timezone: "Mars/Olympus" }).fieldTime(now)).toBe("10:00");
  });

  it.each([
    ["Olivia Bennett", "OB"],
    ["Иван", "И"],
    ["«Ромашка» ООО", "О"],
    ["", "?"],
    ["Anna Maria de Souza", "AM"],
  ])("shortens %j to %j", (name, initials) => {
    expect(create().initials(name)).toBe(initials);
  });
});
