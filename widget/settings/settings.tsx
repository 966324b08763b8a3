import { SettingsArea } from "komponent";
import type { Playbook } from "../playbooks/playbook";
import { readPlaybooks } from "../playbooks/read-playbooks";
import { validatePlaybooks, type Fault } from "../playbooks/validate-playbooks";
import { createDrafts, readDrafts, type PlaybookDraft } from "./drafts";
import { PlaybooksEditor } from "./playbooks-editor";
import "../shared/base.scss";

/** The playbooks in the settings modal. They are validated when the user saves, and from then on while typing. */
export class Settings extends SettingsArea<readonly Playbook[]> {
  private drafts: readonly PlaybookDraft[] | undefined;
  private isRefused = false;

  validate() {
    this.isRefused = this.findFaults().size > 0;
    this.update();
    if (this.isRefused) return false;
  }

  render() {
    const faults = this.isRefused ? this.findFaults() : noFaults;
    return <PlaybooksEditor drafts={this.readDrafts()} faults={faults} onChange={this.edit} />;
  }

  private readonly edit = (drafts: readonly PlaybookDraft[]) => {
    this.drafts = drafts;
    this.change(readDrafts(drafts));
  };

  private readDrafts() {
    this.drafts ??= createDrafts(readPlaybooks(this.value));
    return this.drafts;
  }

  private findFaults() {
    return validatePlaybooks(readDrafts(this.readDrafts()));
  }
}

const noFaults: ReadonlyMap<string, Fault> = new Map();
