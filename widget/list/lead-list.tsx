import { ListArea } from "komponent";
import { BulkApply } from "./bulk-apply";
import "../shared/base.scss";

/** Applies a playbook to every lead that is ticked. */
export class LeadList extends ListArea {
  render() {
    return <BulkApply />;
  }
}
