import type { InstalledWidget } from "../../model/entities";
import type { ModelView } from "../../model/model";
import type { TextKey } from "../i18n/create-translator";
import { readWidgetText } from "../../model/read-text";

/** What the tile and the modal say about a widget's state. */
export function describeStatus(widget: InstalledWidget): { readonly code: string; readonly text: TextKey } {
  if (widget.status === "install") return { code: "install", text: "widget.state_install" };
  if (widget.status === "not_configured")
    return { code: "not_configured", text: "widget.state_not_configured" };
  if (!widget.is_active) return { code: "disabled", text: "widget.state_disabled" };
  if (widget.status === "error") return { code: "error", text: "widget.state_error" };
  return { code: "installed", text: "widget.state_installed" };
}

/** Nothing has been saved yet: the first save is what switches the widget on. */
export function awaitsFirstSave({ status }: InstalledWidget): boolean {
  return status === "install" || status === "not_configured";
}

/** The description that the modal shows, with the tags that Kommo's page "manifest.json" lists filled in. */
export function readDescription(model: ModelView, widget: InstalledWidget, text: string): string {
  const { account } = model;
  const user = model.tables.users.get(account.current_user_id);
  const tags: Record<string, string> = {
    HOST: `${account.subdomain}.${account.top_level_domain}`,
    SUBDOMAIN: account.subdomain,
    LOGIN: user?.email ?? "",
    ACCOUNT_ID: String(account.id),
    USER_ID: String(account.current_user_id),
    TOP_LEVEL_DOMAIN: account.top_level_domain,
  };
  const locale = user?.lang ?? account.language;
  return readWidgetText(widget, text, locale).replace(
    /#([A-Z_]+)#/g,
    (whole, name: string) => tags[name] ?? whole,
  );
}

/** Slides of the tour in the user's language, else of the first language that has any. */
export function listSlides(widget: InstalledWidget, locale: string): string[] {
  const images = widget.manifest.tour?.images ?? {};
  const slides = images[locale] ?? images.en ?? Object.values(images)[0] ?? [];
  return slides.map((path) => `${widget.path}/${path.replace(/^\//, "")}`);
}

/** Address of one of the archive's logos. */
export function findLogo(widget: InstalledWidget, name: string): string | null {
  return widget.files.includes(`images/${name}`) ? `${widget.path}/images/${name}` : null;
}
