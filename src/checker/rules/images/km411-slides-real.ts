import { defineRule, everyBrand } from "../../rule";
import { formatSize, listSlides, type BrandedImage } from "./branded-images";

/** A picture of the CRM takes a byte for ten pixels or less; one that is compressed further shows next to nothing. */
const pixelsToByte = 200;

export const km411 = defineRule({
  id: "KM411",
  clause: "Kommo: Publish an integration",
  title: "Slides show the real widget in the CRM, sharp and clear.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "They are what a user believes.",
  good: "a picture of a card with the widget's block",
  bad: "a slogan on a plain ground",
  statement:
    "The slides show what the widget does inside the CRM and why it is worth having; they are sharp and clear.",
  evidenceFiles: /\.(?:png|jpe?g|gif|webp)$/i,
  evidence: (context) => {
    const slides = new Map(listSlides(context).map((slide) => [slide.name, slide]));
    return [...slides.values()].map(describeSlide).join(", ") || null;
  },
});

function describeSlide({ name, header, bytes }: BrandedImage): string {
  const pixels = (header.width ?? 0) * (header.height ?? 0);
  const isPlain = bytes.length < pixels / pixelsToByte;
  return `${name} ${formatSize(header)}${isPlain ? " (nearly empty)" : ""}`;
}
