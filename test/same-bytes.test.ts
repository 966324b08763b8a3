import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { findPackageRoot } from "../build/package-root";
import { otherNode } from "./other-node/other-node";
import { createTestProject, helloFiles, type TestProject } from "./support/test-project";

const packageRoot = findPackageRoot();
const projects: TestProject[] = [];
afterAll(() => projects.forEach((project) => project.dispose()));

/** A widget with something of everything that could differ: styles, plurals, a bundled package, an image in a file. */
function createProject(): TestProject {
  const project = createTestProject({
    ...helloFiles,
    "widget/lead-card.tsx": `import { CardArea } from "komponent";
import $ from "jquery";
import Modal from "lib/components/base/modal";
// @ts-ignore
import umd from "umd";
// @ts-ignore
import photo from "./photo.png";
import styles from "./card.module.scss";
import "./plain.css";

export class LeadCard extends CardArea {
  render() {
    return <p class={styles["title"]}>{umd} {photo} {String([$, Modal])}</p>;
  }
}
`,
    "widget/photo.png": Buffer.alloc(5000, 7),
    "widget/card.module.scss": "@keyframes blink { to { color: red } }\n.title { animation: blink 1s }\n",
    "widget/plain.css": "@font-face { font-family: Own; src: url(./photo.png) }\np { font-family: Own }\n",
    "node_modules/umd/index.js": "module.exports = 1;\n",
  });
  projects.push(project);
  return project;
}

async function build(node: string, zone: string): Promise<string> {
  const { root } = createProject();
  const args = [join(packageRoot, "build", "start.mjs"), "build", "--root", root, "--no-types", "--no-check"];
  await promisify(execFile)(node, args, { cwd: root, env: { ...process.env, TZ: zone } });
  return createHash("sha256")
    .update(readFileSync(join(root, "dist", "widget.zip")))
    .digest("hex");
}

describe("the same sources", () => {
  it("give the same bytes in another folder and another time zone", async () => {
    expect(await build(process.execPath, "UTC")).toBe(await build(process.execPath, "Asia/Tokyo"));
  });

  it.runIf(otherNode !== null)("give the same bytes on Node 20 and 24", async () => {
    const other = otherNode ?? "";
    const { stdout } = await promisify(execFile)(other, ["-v"]);
    expect(stdout).toMatch(/^v24\./);
    expect(process.version).not.toBe(stdout.trim());

    expect(await build(other, "America/New_York")).toBe(await build(process.execPath, "UTC"));
  });
});
