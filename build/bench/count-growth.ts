import { countLeftovers } from "../browser/count-leftovers";
import type { Page } from "../browser/launch-chromium";

/**
 * Visits the card of a lead and the dashboard in turn, and gives how much has grown since the tenth visit: the sum of
 * all kinds of leftovers. The page must have been watched from its start (`watchLeftovers`).
 */
export async function countGrowth(page: Page, visits: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(visit, 10);
  const before = await countLeftovers(page, session);
  await page.evaluate(visit, visits);
  const after = await countLeftovers(page, session);
  return Object.entries(after)
    .map(([name, value]) => Math.max(0, value - before[name as keyof typeof before]))
    .reduce((total, growth) => total + growth, 0);
}

// Runs in the page.
async function visit(times: number): Promise<void> {
  const { emulator } = window as unknown as { emulator: { open(area: string): Promise<void> } };
  for (let time = 0; time < times; time++) {
    await emulator.open("lcard");
    await emulator.open("everywhere");
  }
}
