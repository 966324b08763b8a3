import { describe, expect, it } from "vitest";
import { compileEntry } from "../../build/bench/compile-entry";

describe("what the runtime costs every page of the CRM", () => {
  it("is 1.9 KB beside the same view mounted by hand", async () => {
    const [byHand, hello] = [await compileEntry("by-hand"), await compileEntry("hello")];

    expect(hello.size - byHand.size).toBeLessThanOrEqual(1900);
  });

  it("is 1.9 KB with a style sheet too", async () => {
    const [byHand, hello] = [await compileEntry("by-hand"), await compileEntry("hello", { styles: true })];

    expect(hello.size - byHand.size).toBeLessThanOrEqual(1900);
  });

  it.each([
    ["hello", true, 7000],
    ["hello", false, 8300],
    ["hello-state", true, 7900],
    ["hello-state", false, 9200],
  ])("keeps the budget of %s (minified: %s), %d bytes", async (name, minify, budget) => {
    expect((await compileEntry(name, { minify })).size).toBeLessThanOrEqual(budget);
  });

  it.each<[string, string, RegExp]>([
    ["hooks", "hello", /useState|__H|RAF|requestAnimationFrame\(/],
    ["the REST client", "hello", /\/api\/v4/],
    ["settings", "hello", /widget_settings_block/],
    ["lists", "hello", /default-overlay|js-widgets-active/],
    ["the automation", "hello", /send_widget_hook/],
    ["the host's windows", "hello", /lib\/components\/base\/modal/],
    ["style.css", "hello", /stylesheet/],
  ])("does not hold %s where a widget uses none", async (_what, name, trace) => {
    expect((await compileEntry(name, { minify: false })).text).not.toMatch(trace);
  });

  it("takes from the page only what the widget needs", async () => {
    expect((await compileEntry("hello")).text).toMatch(/^define\(\["jquery"\]/);
  });
});
