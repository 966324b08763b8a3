import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findPackageRoot } from "../../build/package-root";

/** The smallest widget that builds; a test changes what it is about. */
export const helloFiles: Readonly<Record<string, string>> = {
  "widget/manifest.ts": `import { defineManifest } from "komponent/manifest";

export default defineManifest({
  name: "hello_card",
  version: "1.0.0",
  distribution: "personal",
  locales: ["en"],
  support: { link: "https://example.com/hello" },
  locations: { lcard: "panel" },
});
`,
  "widget/index.ts": `import { createWidget } from "komponent";
import { LeadCard } from "./lead-card";
import type manifest from "./manifest";

export default createWidget<typeof manifest>({ lcard: LeadCard });
`,
  "widget/lead-card.tsx": `import { CardArea } from "komponent";

export class LeadCard extends CardArea {
  render() {
    return <p>Hello, lead {this.card.id}</p>;
  }
}
`,
  "widget/tsconfig.json": `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "ESNext",
    "moduleResolution": "bundler",
    "lib": ["ES2023", "DOM", "DOM.Iterable"],
    "jsx": "react-jsx",
    "jsxImportSource": "preact",
    "strict": true,
    "skipLibCheck": true,
    "types": []
  },
  "include": [".", "../.komponent/types.d.ts"],
  "exclude": ["**/*.test.ts", "**/*.test.tsx"]
}
`,
  "i18n/en.json": `{
  "widget": { "name": "Hello card", "short_description": "Greets", "description": "Greets a lead." }
}
`,
  "images/logo.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#2f6f5e"/></svg>
`,
};

/** An author's project in a temporary folder, with the framework installed as npm would link it. */
export interface TestProject {
  /** Absolute, without links. */
  readonly root: string;
  write(file: string, content: string | Uint8Array): void;
  read(file: string): string;
  remove(file: string): void;
  /** The files below a folder, sorted. */
  list(folder: string): readonly string[];
  dispose(): void;
}

export function createTestProject(
  files: Readonly<Record<string, string | Uint8Array>> = helloFiles,
): TestProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "komponent-test-")));
  mkdirSync(join(root, "node_modules"));
  const packageRoot = findPackageRoot();
  symlinkSync(packageRoot, join(root, "node_modules", "komponent"), "junction");
  symlinkSync(join(packageRoot, "node_modules", "preact"), join(root, "node_modules", "preact"), "junction");

  const project: TestProject = {
    root,
    write(file, content) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    },
    read: (file) => readFileSync(join(root, file), "utf8"),
    remove: (file) => rmSync(join(root, file), { recursive: true, force: true }),
    list: (folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => statSync(join(root, folder, file)).isFile())
        .map((file) => file.replaceAll("\\", "/"))
        .sort(),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [file, content] of Object.entries(files)) project.write(file, content);
  return project;
}
