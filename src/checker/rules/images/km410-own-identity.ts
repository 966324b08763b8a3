import { defineRule, everyBrand } from "../../rule";
import { formatSize, listLogos } from "./branded-images";

export const km410 = defineRule({
  id: "KM410",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "The logos show the right owners, and no brand of the vendor's.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "A user must see who made the widget and what it connects.",
  good: "your own logo beside that of the service",
  bad: "the CRM's logo with another colour",
  statement:
    "The pictures of 400×272 and 240×84 show our logo, and that of the other service where one is connected. They have an identity of their own, in one style across our products; neither they nor our support site use the vendor's logo, type or icons. The icon of the menu is original, without a third party's logo and without words.",
  evidenceFiles: /\.(?:png|jpe?g|gif|webp|svg)$/i,
  evidence: (context) =>
    listLogos(context)
      .map(({ name, header }) => `${name} ${formatSize(header)}`)
      .join(", ") || null,
});
