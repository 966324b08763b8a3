import { logos, pipelineLogo } from "../../lists/branding-images";
import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km103 = defineRule({
  id: "KM103",
  clause: "Kommo: Public integration checklist, Images, Widget locations; amoCRM: Requirements",
  title: "The logos that the CRM shows are in the archive.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "The CRM draws these pictures in the list of integrations, in the settings window and above the block in a card. It looks for them by these very names, capital letters included.",
  good: "images/logo.png, logo_main.png, logo_medium.png, logo_min.png, logo_small.png",
  bad: "images/Logo.png\nimages/logo_main.png",
  check({ widget, brand, report }) {
    const wanted = widget.manifest.has("digital_pipeline") ? [...logos, pipelineLogo] : logos;
    for (const { path, width, height } of wanted) {
      if (widget.files.has(path)) continue;
      const stem = path.replace(/png$/, "");
      if (brand === "amocrm" && ["jpg", "jpeg", "gif"].some((ending) => widget.files.has(stem + ending)))
        continue;
      const twin = [...widget.files.keys()].find((name) => name.toLowerCase() === path);
      report({
        file: null,
        message: `The picture ${path} is missing.`,
        found: twin ?? null,
        expected: path,
        fix: twin ? `rename ${twin}: letter case counts.` : `add a PNG of ${width}×${height} pixels.`,
      });
    }
  },
});
