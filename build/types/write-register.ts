import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Text } from "../texts";

/** Key of a text → its placeholders; where it is a plural, `count` is among them and a number. */
export type TextShapes = ReadonlyMap<string, Pick<Text, "placeholders" | "isPlural">>;

/**
 * Writes `.komponent/types.d.ts`, which tells the hooks about this widget's manifest and texts, and beside it what
 * imports of styles and images give. A file that is right already is left alone, so that nobody checks types again.
 */
export function writeRegister(root: string, texts: TextShapes): void {
  writeIfChanged(join(root, ".komponent", "types.d.ts"), formatRegister(texts));
  writeIfChanged(join(root, ".komponent", "imports.d.ts"), imports);
}

export function formatRegister(texts: TextShapes): string {
  const entries = [...texts].map(([key, { placeholders, isPlural }]) => {
    const members = placeholders.map(
      (name) => `${JSON.stringify(name)}: ${isPlural && name === "count" ? "number" : "string | number"}`,
    );
    return `      ${JSON.stringify(key)}: {${members.length === 0 ? "" : ` ${members.join("; ")} `}};`;
  });
  return [
    "// Generated from widget/manifest.ts and i18n/. Changes are lost.",
    '/// <reference path="./imports.d.ts" />',
    'import type manifest from "../widget/manifest";',
    "",
    'declare module "komponent" {',
    "  interface Register {",
    "    manifest: typeof manifest;",
    "    texts: {",
    ...entries,
    "    };",
    "  }",
    "}",
    "",
  ].join("\n");
}

const imports = `// What imports of styles and images give. Changes are lost.
${["css", "scss", "sass"]
  .map(
    (kind) => `declare module "*.module.${kind}" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module "*.${kind}" {}
`,
  )
  .join("")}${["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"]
  .map(
    (kind) => `declare module "*.${kind}" {
  /** The address of the image at run time. */
  const url: string;
  export default url;
}
`,
  )
  .join("")}`;

function writeIfChanged(file: string, content: string): void {
  if (readIfPresent(file) === content) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
