import { DigitalPipelineArea } from "komponent";
import { StageForm } from "./stage-form";
import "../shared/base.scss";

/** The choice of the playbook that a stage starts, in place of the text field that the host draws. */
export class StageAction extends DigitalPipelineArea {
  private readonly playbook = this.field("playbook");

  init() {
    this.playbook.hide();
  }

  render() {
    return <StageForm field={this.playbook} />;
  }
}
