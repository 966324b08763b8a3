import type { RuleContext } from "../../rule";
import { objectOf } from "../../widget/manifest-view";

export interface MenuIcon {
  readonly file: string;
  /** The theme that it is for; null for one that serves both. */
  readonly theme: "light" | "dark" | null;
}

/** The icons of the widget's own items of the left menu that are in the archive. */
export function listMenuIcons({ widget }: RuleContext): readonly MenuIcon[] {
  const items = Object.values(objectOf(widget.manifest.get("left_menu")) ?? {});
  return items.flatMap((value) => {
    const item = objectOf(value);
    const icons = objectOf(item?.["icons"]);
    const named: readonly (readonly [unknown, MenuIcon["theme"]])[] = icons
      ? [
          [icons["light"], "light"],
          [icons["dark"], "dark"],
        ]
      : [[item?.["icon"], null]];
    return named.flatMap(([path, theme]) => {
      const file = typeof path === "string" ? path.replace(/^\//, "") : "";
      return widget.files.has(file) ? [{ file, theme }] : [];
    });
  });
}
