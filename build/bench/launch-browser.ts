import { UserError } from "../../src/manifest/problem";
import { findChromium } from "../browser/find-chromium";
import { launchChromium, type Browser } from "../browser/launch-chromium";
import { NotMeasured } from "./row";

/** @throws NotMeasured where the machine has no Chromium */
export async function launchBrowser(): Promise<Browser> {
  try {
    findChromium(() => undefined);
  } catch (error) {
    if (error instanceof UserError) throw new NotMeasured(error.message);
    throw error;
  }
  return launchChromium();
}
