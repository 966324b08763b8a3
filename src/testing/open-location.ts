import type { Model } from "../emulator/model/model";
import type { RunningCrm } from "../emulator/pages/create-crm";
import type { DrawnLocation } from "../manifest/locations";

/** Does on the location's page what a user does until the area is there. */
export async function openLocation(
  location: DrawnLocation,
  { crm, driver }: RunningCrm,
  model: Model,
  code: string,
): Promise<void> {
  const { loader, window } = crm;
  switch (location) {
    case "llist":
    case "clist":
    case "culist":
    case "tlist":
      await driver.select();
      await driver.runListAction();
      return;
    case "settings":
      await driver.openSettings();
      return;
    case "digital_pipeline":
      await driver.openPipelineAction();
      return;
    case "salesbot_designer":
      window.document.querySelector<HTMLElement>(".js-add-handler")?.click();
      return;
    case "catalogs": {
      const [element] = [...model.tables.catalog_elements.all()];
      if (element)
        await loader.editCatalogElement(element.catalog_id, { id: element.id, name: { text: element.name } });
      return;
    }
    case "lead_sources": {
      const [pipeline] = [...model.tables.pipelines.all()];
      if (pipeline) await loader.addAsSource(code, pipeline.id);
      return;
    }
    default:
  }
}
