import { expect, it } from "vitest";
import { fuzz } from "./checker.fuzz";

it("checks 250 mutated widgets without a crash, a hang or a finding of no use", async () => {
  await fuzz(250);

  expect(process.memoryUsage().rss).toBeLessThan(1024 * 1024 * 1024);
}, 120_000);
