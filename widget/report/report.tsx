import { AdvancedSettingsArea } from "komponent";
import { ReportPage } from "./report-page";
import "../shared/base.scss";

/** How the playbooks go, for the whole team. */
export class Report extends AdvancedSettingsArea {
  render() {
    return <ReportPage />;
  }
}
