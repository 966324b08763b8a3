import type { BenchRow } from "./row";
import { walk, type Walk } from "./walk";

/** What has grown after 5,000 steps through the emulator; both rows look at one walk. */
export function createWalkRows(): readonly BenchRow[] {
  let walked: Promise<Walk> | null = null;
  const walkOnce = () => (walked ??= walk());
  return [
    {
      name: "the server's heap, grown after 5,000 steps",
      budget: 5,
      unit: "%",
      measure: async () => (await walkOnce()).heapGrowth,
    },
    {
      name: "the page's nodes and listeners, grown after 5,000 steps",
      budget: 0,
      unit: "",
      measure: async () => (await walkOnce()).pageGrowth,
    },
  ];
}
