import { describe, expect, it } from "vitest";
import { createModel } from "../../model/create-model";
import { createAccount } from "../../model/seed/create-account";
import { createPageData } from "../../page/create-page-data";
import { noFaults } from "../../rest/faults";
import { applyView, readView, translateAddress } from "./read-view";

describe("how a page is to be looked at", () => {
  it.each([
    ["", { isPlain: false, isStill: false, isShown: false, locale: null, faults: {}, texts: {} }],
    ["?plain&still", { isPlain: true, isStill: true, isShown: false, locale: null, faults: {}, texts: {} }],
    [
      "?locale=es&theme=dark",
      { isPlain: false, isStill: false, isShown: false, locale: "es", faults: { theme: "dark" }, texts: {} },
    ],
    [
      "?locale=xx&theme=pink&panel=wide&zoom=3",
      { isPlain: false, isStill: false, isShown: false, locale: null, faults: {}, texts: {} },
    ],
    [
      "?panel=narrow&words=long&zoom=200",
      {
        isPlain: false,
        isStill: false,
        isShown: false,
        locale: null,
        faults: { narrowPanel: true, longWords: true, zoom: 200 },
        texts: {},
      },
    ],
  ])("is read from %j", (search, view) => {
    expect(readView(search)).toEqual(view);
  });

  it("changes the language of the page's user alone, and lays its faults over the account's", () => {
    const model = createModel(createAccount());
    const state = {
      widget: "x",
      faults: { ...noFaults, delay: 7 },
      problems: [],
      holds: [],
      revision: 1,
      event: 0,
    };
    const page = createPageData(model, "/dashboard/", state, 0);
    if (page === null) throw new Error("There is no dashboard.");

    const seen = applyView(page, readView("?locale=pt&theme=dark"));

    const { account, tables } = seen.snapshot;
    const spoken = tables.users.filter(({ lang }) => lang === "pt").map(({ id }) => id);
    expect(spoken).toEqual([account.current_user_id]);
    expect(seen.faults).toEqual({ ...noFaults, delay: 7, theme: "dark" });
  });

  it.each([
    ["es", ["i18n/es.json"], "/widgets/x/i18n/es.json"],
    ["es", ["i18n/en.json"], "/widgets/x/i18n/en.json"],
    [null, ["i18n/es.json"], "/widgets/x/i18n/en.json"],
  ] as const)("takes the widget's texts in %s where the archive has %j", (locale, files, address) => {
    expect(translateAddress("/widgets/x/i18n/en.json", locale, files)).toBe(address);
  });
});
