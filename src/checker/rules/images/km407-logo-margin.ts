import { decodePng } from "../../images/decode-png";
import { hasEmptyMargin } from "../../images/measure-margin";
import { formIcon } from "../../lists/branding-images";
import { defineRule } from "../../rule";
import { listLogos } from "./branded-images";

const margin = 10;

export const km407 = defineRule({
  id: "KM407",
  clause: "Kommo: Public integration checklist",
  title: "The picture of 400×272 keeps a margin of 10 pixels.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: ["kommo"],
  why: "The marketplace rounds the corners of the tile; what touches the edge is cut.",
  good: "the logo in the middle of a plain ground",
  bad: "letters that touch the edge",
  check(context) {
    for (const { file, name, header, bytes } of listLogos(context)) {
      if (header.width !== formIcon.width || header.height !== formIcon.height) continue;
      const pixels = decodePng(bytes);
      if (pixels === null) context.skip(`${name} cannot be decoded`);
      else if (!hasEmptyMargin(pixels, margin))
        context.report({
          file,
          message: `The picture ${name} has something in the ${margin} pixels along its edge.`,
          expected: "an edge of one colour; a photograph that fills the picture may stay",
        });
    }
  },
});
