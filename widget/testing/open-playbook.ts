import { renderArea, type RenderAreaOptions, type RenderedArea } from "komponent/testing";
import en from "../../i18n/en.json";
import es from "../../i18n/es.json";
import pt from "../../i18n/pt.json";
import widget from "../index";
import manifest from "../manifest";
import type { Playbook } from "../playbooks/playbook";

export const newLead: Playbook = {
  name: "New lead",
  steps: [
    { text: "Call", taskType: 1, days: 0, assignee: "responsible" },
    { text: "Send the offer", taskType: 1, days: 3, assignee: "current" },
  ],
};

/** The lead that the local Kommo shows first. */
export const firstLead = 31_200_001;

type Location = Parameters<typeof renderArea<typeof manifest>>[0];
type Options = Partial<Omit<RenderAreaOptions, "settings">> & { readonly playbooks?: readonly Playbook[] };

/** Opens a location of Playbook in the local Kommo; it has one playbook unless told otherwise. */
export function openPlaybook(
  location: Location,
  { playbooks = [newLead], ...options }: Options = {},
): Promise<RenderedArea> {
  return renderArea(location, widget, {
    manifest,
    texts: { en, es, pt },
    settings: { playbooks },
    ...options,
  });
}
