import type { Screen } from "../../model/routes";
import type { Driver } from "./create-driver";

/** Does what a person does to see the widget on a screen: opens its modal, its form, its entry of the "More" menu. */
export async function showArea(driver: Driver, screen: Screen): Promise<void> {
  if (screen === "integrations") await driver.openSettings();
  if (screen === "automation") await driver.openPipelineAction();
  if (screen !== "list" && screen !== "tasks") return;
  await driver.select();
  await driver.runListAction();
}
