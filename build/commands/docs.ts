import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listRulePages, rules } from "../../src/checker";
import { findPackageRoot } from "../package-root";

/** Writes docs/rules/ of this repository anew from the checker's rules. */
export async function writeDocs(): Promise<number> {
  const folder = join(findPackageRoot(), "docs", "rules");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pages = listRulePages(rules);
  for (const [name, content] of pages) writeFileSync(join(folder, name), content);
  console.log(`docs/rules/: ${pages.size} pages`);
  return 0;
}
