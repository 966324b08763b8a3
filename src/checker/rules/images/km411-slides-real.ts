import { decodePng } from "../../images/decode-png";
import { countColours } from "../../images/measure-margin";
import { defineRule, everyBrand } from "../../rule";
import { formatSize, listSlides } from "./branded-images";

const fewestColours = 4;

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
  evidence: async (context) => {
    const slides = [...new Map(listSlides(context).map((slide) => [slide.name, slide])).values()];
    const lines = await Promise.all(slides.map((slide) => describeSlide(slide)));
    return lines.join(", ") || null;
  },
});

async function describeSlide({
  name,
  header,
  bytes,
}: ReturnType<typeof listSlides>[number]): Promise<string> {
  const pixels = header.format === "png" ? await decodePng(bytes) : null;
  const isPlain = pixels !== null && countColours(pixels, fewestColours) < fewestColours;
  return `${name} ${formatSize(header)}${isPlain ? " (nearly empty)" : ""}`;
}
