import { Component, type ComponentChildren } from "preact";
import { CrmContext, type Crm } from "../crm";

/** Shows a message where a screen cannot be drawn, for instance because a widget took its nodes away. */
export class ScreenGuard extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  static override contextType = CrmContext;
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: true });
    const crm = this.context as Crm;
    crm.host.report.error({
      widget: null,
      area: crm.host.page?.names.area ?? "",
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? (error.stack ?? "") : "",
      origin: "host",
    });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const { t, reload } = this.context as Crm;
    return (
      <div class="crm-empty" role="alert">
        <p class="crm-empty__title">{t("outside.broken")}</p>
        <button type="button" class="button-input" onClick={() => void reload()}>
          {t("common.reload")}
        </button>
      </div>
    );
  }
}
