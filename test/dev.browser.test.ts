import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium, type Browser, type Page } from "../build/browser/launch-chromium";
import { startDev, type RunningDev } from "./support/start-dev";
import { createTestProject, helloFiles, type TestProject } from "./support/test-project";

const card = `import "./card.scss";\n${helloFiles["widget/lead-card.tsx"]}`;
const lead = "/leads/detail/31200001";

let project: TestProject;
let dev: RunningDev;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  project = createTestProject({
    ...helloFiles,
    "widget/lead-card.tsx": card,
    "widget/card.scss": "p { color: rgb(1, 2, 3); }\n",
  });
  dev = await startDev(["--root", project.root]);
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await dev.stop();
  project.dispose();
});
beforeEach(async () => {
  project.write("widget/lead-card.tsx", card);
  await page.goto(dev.url + lead);
  await page.getByText("Hello, lead 31200001").waitFor();
});

describe("dev", () => {
  it("loads the page again when a view changed", async () => {
    project.write("widget/lead-card.tsx", card.replace("Hello", "Good day"));

    await page.getByText("Good day, lead 31200001").waitFor();
  });

  it("takes a new style sheet into the page as it stands", async () => {
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    project.write("widget/card.scss", "p { color: rgb(4, 5, 6); }\n");
    await page.waitForFunction(() => {
      const paragraph = document.querySelector(".hello_card p");
      return paragraph !== null && getComputedStyle(paragraph).color === "rgb(4, 5, 6)";
    });

    expect(await page.evaluate(() => "stillHere" in window)).toBe(true);
  });

  it("loads the page again when texts or the manifest changed", async () => {
    const text = (helloFiles["i18n/en.json"] as string).replace("Hello card", "Another card");
    const loaded = page.waitForEvent("load");
    project.write("i18n/en.json", text);
    await loaded;

    const loadedAgain = page.waitForEvent("load");
    project.write(
      "widget/manifest.ts",
      (helloFiles["widget/manifest.ts"] as string).replace("1.0.0", "1.0.1"),
    );
    await loadedAgain;
  });

  it("shows an error over the page and in the terminal, and takes it away once it is mended", async () => {
    project.write("widget/lead-card.tsx", "export class {");
    const message = page.getByText('Expected identifier but found "{"').first();
    await message.waitFor();
    expect(dev.output()).toContain("KB300  widget/lead-card.tsx:1:14");

    project.write("widget/lead-card.tsx", card);
    await message.waitFor({ state: "detached" });
  });

  it("keeps showing that the manifest is broken when something else changes", async () => {
    const manifest = project.read("widget/manifest.ts");
    project.write("widget/manifest.ts", "export default {");
    const message = page.getByText("KB191").first();
    await message.waitFor();
    project.write("widget/lead-card.tsx", `${card}\n`);
    await expect.poll(dev.output).toContain("KB191");
    await page.waitForTimeout(300);
    expect(await message.isVisible()).toBe(true);

    project.write("widget/manifest.ts", manifest);
    await message.waitFor({ state: "detached" });
  });

  it("tells errors of types in the terminal, and goes on", async () => {
    project.write("widget/lead-card.tsx", card.replace("{this.card.id}", "{this.card.idd}"));
    await page.waitForFunction(() => document.body.innerText.includes("Hello, lead"));
    await expect.poll(dev.output, { timeout: 60_000 }).toContain("Property 'idd' does not exist");
  });

  it("leads from a line of the page to the author's", async () => {
    const { url } = dev;
    const script = await (await fetch(`${url}/widgets/hello_card/script.js`)).text();
    const map = (await (await fetch(`${url}/widgets/hello_card/script.js.map`)).json()) as {
      sources: string[];
    };

    expect(script).toMatch(/\/\/# sourceMappingURL=script\.js\.map\n$/);
    expect(map.sources).toContain("widget/lead-card.tsx");
  });
});

describe("a widget that does not compile at the start", () => {
  it("is served as soon as it does", async () => {
    const broken = createTestProject({ ...helloFiles, "widget/manifest.ts": "export default {" });
    const server = await startDev(["--root", broken.root]);
    const tab = await browser.newPage();
    await tab.goto(`${server.url}${lead}`);
    await tab.getByText("KB191").first().waitFor();

    broken.write("widget/manifest.ts", helloFiles["widget/manifest.ts"] as string);
    await tab.getByText("Hello, lead 31200001").waitFor();

    await tab.close();
    await server.stop();
    broken.dispose();
  });
});

describe("the scenario of dev", () => {
  it("is read again when its file changes, and stays as it was while the file is broken", async () => {
    const own = createTestProject(helloFiles);
    own.write("scenarios/first.json", '{ "widget": { "status": "installed" } }');
    const server = await startDev(["--root", own.root, "--scenario", join(own.root, "scenarios/first.json")]);
    const tab = await browser.newPage();
    await tab.goto(`${server.url}${lead}`);
    await tab.getByText("Hello, lead 31200001").waitFor();

    own.write("scenarios/first.json", '{ "locale": "es" }');
    await tab.locator('html[lang="es"]').waitFor();
    await tab.getByText("Hello, lead 31200001").waitFor();

    own.write("scenarios/first.json", '{ "locale": "xx" }');
    const message = tab.getByText("The scenario does not fit at locale.").first();
    await message.waitFor();
    expect(server.output()).toContain("scenarios/first.json:1:3");
    own.write("i18n/en.json", (helloFiles["i18n/en.json"] as string).replace("Hello card", "Another card"));
    await expect.poll(server.output).toContain("i18n/en.json (");
    await message.waitFor();

    own.write("scenarios/first.json", '{ "locale": "pt" }');
    await tab.locator('html[lang="pt"]').waitFor();
    await message.waitFor({ state: "detached" });

    await tab.close();
    await server.stop();
    own.dispose();
  });
});

describe("the end of dev", () => {
  it("comes within a second, with all children", async () => {
    const own = createTestProject();
    const server = await startDev(["--root", own.root]);
    const children = listChildren(own.root);
    const started = performance.now();
    const code = await server.stop();
    const took = performance.now() - started;

    expect(code).toBe(0);
    expect(children.length).toBeGreaterThan(0);
    const listAlive = (): Process[] => {
      const alive = new Set(listProcesses().map(({ pid }) => pid));
      return children.filter(({ pid }) => alive.has(pid));
    };
    await expect.poll(listAlive).toEqual([]);
    expect(took).toBeLessThan(1000);
    own.dispose();
  });
});

interface Process {
  readonly pid: string;
  readonly parent: string;
  readonly command: string;
}

/** Without those that have ended and wait for the system to take note of it. */
function listProcesses(): Process[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+[^Z]\S*\s+(.*)$/.exec(line) ?? [];
    return pid && parent && command ? [{ pid, parent, command }] : [];
  });
}

/** What the dev server of a project has started: esbuild, and whatever else there is. */
function listChildren(root: string): Process[] {
  const processes = listProcesses();
  const server = processes.find(({ command }) => command.includes(root));
  return processes.filter(({ parent }) => parent === server?.pid);
}
