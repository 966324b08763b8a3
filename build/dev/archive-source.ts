import { basename, extname } from "node:path";
import { statSync } from "node:fs";
import { openWidget } from "../../src/checker/readers/open-widget";
import { parseJson } from "../../src/checker/json/parse-json";
import { createLocator } from "../../src/checker/widget/text-file";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import type { WidgetFiles } from "../archive/widget-files";
import type { ReadResult, WidgetSource } from "./source";

/**
 * Any widget as it lies there: a folder or an archive, never compiled. Where the manifest lies in a folder inside,
 * that folder is the widget.
 *
 * @throws UserError KB810 when there is no widget at the path
 */
export function createArchiveSource(path: string): WidgetSource {
  const first = read(path);
  return {
    code: chooseCode(first.files, path),
    async read(changed): Promise<ReadResult> {
      if (changed === null) return first;
      try {
        return read(path);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { files: null, problems: error.problems };
      }
    },
    watched: () => (isFolder(path) ? { folders: [path], files: [] } : { folders: [], files: [path] }),
    close: async () => undefined,
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function read(path: string): { readonly files: WidgetFiles; readonly problems: readonly Problem[] } {
  const { files, faults } = openPath(path);
  const problems = faults.map(({ entry, severity, message, found, expected, fix }) =>
    createProblem({ code: "KB811", severity, message, file: entry, found, expected, fix }),
  );
  const folder = findFolder(files);
  if (folder === null) {
    throw new UserError([...problems, withoutManifest(path)]);
  }
  const manifest = checkManifest(`${folder}manifest.json`, files.get(`${folder}manifest.json`));
  if (folder === "") return { files, problems: [...problems, ...manifest] };
  const inside = [...files].filter(([name]) => name.startsWith(folder));
  return {
    files: new Map(inside.map(([name, bytes]) => [name.slice(folder.length), bytes])),
    problems: [...problems, inFolder(folder), ...manifest],
  };
}

/** A widget is served all the same: what is missing then is seen in the page. */
function checkManifest(file: string, bytes: Uint8Array | undefined): readonly Problem[] {
  const text = new TextDecoder().decode(bytes);
  const { root, faults } = parseJson(text);
  // Of a key that stands twice the last one holds, there as here.
  const fault = faults.find(({ kind }) => kind !== "duplicate key");
  if (fault === undefined && root?.type === "object") return [];
  return [
    createProblem({
      code: "KB813",
      message:
        fault === undefined
          ? "The manifest is no object: the widget has no location."
          : `The manifest is no strict JSON: ${fault.message}.`,
      file,
      ...createLocator(text)(fault?.start ?? root?.start ?? 0),
      expected: '{ "widget": { … }, "locations": [ … ] }',
      fix: "mend it; the CRM refuses such an archive.",
    }),
  ];
}

function openPath(path: string): ReturnType<typeof openWidget> {
  try {
    return openWidget(path);
  } catch (error) {
    throw new UserError(
      createProblem({
        code: "KB810",
        message: `There is no widget at ${path}.`,
        found: (error as NodeJS.ErrnoException).code ?? String(error),
        expected: "a folder with manifest.json, or a zip archive",
        fix: "check the path after --widget.",
      }),
    );
  }
}

/** The folder of the manifest nearest to the root, with its slash; null where there is no manifest. */
function findFolder(files: WidgetFiles): string | null {
  const [nearest] = [...files.keys()]
    .filter((name) => name === "manifest.json" || name.endsWith("/manifest.json"))
    .sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1));
  return nearest === undefined ? null : nearest.slice(0, -"manifest.json".length);
}

function withoutManifest(path: string): Problem {
  return createProblem({
    code: "KB810",
    message: `There is no manifest.json in ${path}.`,
    expected: "a widget as it is uploaded: manifest.json, script.js, i18n/, images/",
    fix: "name the folder that holds manifest.json; a project of Komponent is served with --root.",
  });
}

function inFolder(folder: string): Problem {
  return createProblem({
    code: "KB812",
    severity: "warning",
    message: `The widget lies in the folder ${folder} and not at the root; the CRM refuses such an archive.`,
    expected: "manifest.json at the root",
    fix: "pack the content of the folder, not the folder.",
  });
}

/** The code that the manifest names, as integrations of old do, else the name of the folder or archive. */
function chooseCode(files: WidgetFiles, path: string): string {
  const named = readCode(files.get("manifest.json"));
  if (named !== null) return named;
  const name = basename(path, extname(path)).toLowerCase();
  const code = name.replaceAll(/[^a-z0-9]+/g, "_").replaceAll(/^[^a-z]+|_+$/g, "");
  return code === "" ? "widget" : code;
}

function readCode(manifest: Uint8Array | undefined): string | null {
  try {
    const { widget } = JSON.parse(new TextDecoder().decode(manifest)) as { widget?: { code?: unknown } };
    const code = widget?.code;
    return typeof code === "string" && /^[a-z][A-Za-z0-9_]{0,63}$/.test(code) ? code : null;
  } catch {
    return null;
  }
}
