import { Component, type ComponentChildren } from "preact";

/**
 * Draws its children once and never again: what widgets put in between, take away or change stays as they left it
 * until the screen goes.
 */
export class Island extends Component<{ children: ComponentChildren }> {
  override shouldComponentUpdate(): boolean {
    return false;
  }

  override render() {
    return this.props.children;
  }
}
