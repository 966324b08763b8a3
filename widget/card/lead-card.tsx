import { CardArea } from "komponent";
import { PlaybookPanel } from "./playbook-panel";
import "../shared/base.scss";

/** The playbooks at work on a lead. */
export class LeadCard extends CardArea {
  render() {
    return <PlaybookPanel entityType="leads" />;
  }
}
