import { existsSync, readdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, extname, join } from "node:path";
import type { Problem } from "../../src/manifest/problem";
import type { Message } from "../bundler";
import { describeMessage } from "../describe-message";
import { suggestName } from "../../src/manifest/suggest-name";
import { listHostModules } from "./host-modules";

/** A message of esbuild about the widget's sources as a problem that says how to mend it. */
export function describeScriptError(message: Message, root: string): Problem {
  const [, unresolved] = /^Could not resolve "(.+)"/.exec(message.text) ?? [];
  if (unresolved !== undefined) return describeUnresolved(message, unresolved, root);

  const [, extension, file] = /^No loader is configured for "(.*)" files: (.+)$/.exec(message.text) ?? [];
  if (file !== undefined) {
    return describeMessage(message, {
      code: "KB306",
      message: `A widget cannot import ${extension === "" ? "files without extension" : `"${extension}" files`}: ${file}.`,
      expected: "TypeScript, JavaScript, JSON, CSS, Sass, SVG, PNG, JPEG, GIF, WebP",
      fix: "turn it into one of these.",
    });
  }

  const [, name, module] = missingExport.exec(message.text) ?? missingProperty.exec(message.text) ?? [];
  if (name !== undefined) {
    const [, meant] = /"(.+)"/.exec(message.notes[0]?.text ?? "") ?? [];
    return describeMessage(message, {
      code: "KB307",
      message: `"${specifierIn(message) ?? module}" exports no "${name}".`,
      fix: meant === undefined ? "import a name that it exports." : `did you mean "${meant}"?`,
    });
  }

  if (message.text.startsWith("Top-level await")) {
    return describeMessage(message, {
      code: "KB308",
      message: "A widget's module cannot wait: the CRM's loader takes what it returns at once.",
      fix: "await inside init() of an area, or in useAsync().",
    });
  }
  return describeMessage(message, { code: "KB300" });
}

const missingExport = /^(?=.* for import "([^"]+)"$)No matching export in "(.+)" for import /;
const missingProperty = /^Import "([^"]+)" will always be undefined because .*"(.+)"/;

// What the author wrote tells more than the path that it led to.
function specifierIn({ location }: Message): string | undefined {
  return /\bfrom\s*["']([^"']+)["']/.exec(location?.lineText ?? "")?.[1];
}

function describeUnresolved(message: Message, specifier: string, root: string): Problem {
  if (isBuiltin(specifier)) {
    return describeMessage(message, {
      code: "KB305",
      message: `"${specifier}" is a module of Node; a widget runs in the browser.`,
      fix: "use what browsers offer, or do this work on your own server.",
    });
  }
  if (specifier.startsWith(".")) {
    const meant = suggestFile(specifier, dirname(join(root, message.location?.file ?? "")));
    return describeMessage(message, {
      code: "KB304",
      message: `There is no file for the import "${specifier}".`,
      fix: meant === undefined ? "create it, or mend the path." : `did you mean "${meant}"?`,
    });
  }
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const installed = existsSync(join(root, "node_modules", name));
  const meant = suggestName(specifier, listHostModules());
  return describeMessage(message, {
    code: "KB304",
    message: installed
      ? `The package "${name}" has no "${specifier.slice(name.length + 1) || "entry"}".`
      : `No package "${name}" is installed, and the CRM offers no module of this name.`,
    fix:
      meant === undefined
        ? installed
          ? "look up what it exports."
          : `run: npm install ${name}`
        : `did you mean "${meant}", a module of the CRM?`,
  });
}

function suggestFile(specifier: string, folder: string): string | undefined {
  const parent = dirname(join(folder, specifier));
  if (!existsSync(parent)) return undefined;
  const typed = basename(specifier);
  const names = readdirSync(parent).map((name) =>
    extname(typed) === "" ? name.replace(/\.(?:tsx?|jsx?|mjs|json)$/, "") : name,
  );
  const meant = suggestName(typed, names);
  return meant === undefined ? undefined : `${specifier.slice(0, specifier.length - typed.length)}${meant}`;
}
