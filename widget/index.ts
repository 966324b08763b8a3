import { createWidget } from "komponent";
import { ContactCard } from "./card/contact-card";
import { LeadCard } from "./card/lead-card";
import { LeadList } from "./list/lead-list";
import type manifest from "./manifest";
import { StageAction } from "./pipeline/stage-action";
import { Report } from "./report/report";
import { Settings } from "./settings/settings";

export default createWidget<typeof manifest>({
  lcard: LeadCard,
  ccard: ContactCard,
  llist: LeadList,
  settings: Settings,
  advanced_settings: Report,
  digital_pipeline: StageAction,
});
