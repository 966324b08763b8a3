import { CardArea } from "komponent";
import { PlaybookPanel } from "./playbook-panel";
import "../shared/base.scss";

/** The playbooks at work on a contact. */
export class ContactCard extends CardArea {
  render() {
    return <PlaybookPanel entityType="contacts" />;
  }
}
