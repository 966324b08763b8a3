import { readFile, realpath, stat } from "node:fs/promises";
import { join, relative, isAbsolute } from "node:path";
import { findContentType } from "./content-types";

export interface MockAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const sizeLimit = 10 * 1024 * 1024;

/**
 * Looks for the answer of a foreign host in the folder of mocks: `<host>/<path>` with, in this order, the endings
 * `.<METHOD>.mock.json`, `.mock.json`, `.<METHOD>.json`, `.json`, `.html`, and none. A colon in a host is a `+`; a path
 * that ends with a slash is `index`. A `.mock.json` holds `{ status, headers, body }`; any other file is a body with
 * status 200. Nothing outside the folder is ever read. Null where there is no file.
 */
export async function findMock(folder: string, method: string, url: string): Promise<MockAnswer | null> {
  const path = nameFile(url);
  if (path === null) return null;
  const verb = method.toUpperCase();
  for (const ending of [`.${verb}.mock.json`, ".mock.json", `.${verb}.json`, ".json", ".html", ""]) {
    const bytes = await readInside(folder, `${path}${ending}`);
    if (bytes === null) continue;
    return ending.endsWith(".mock.json")
      ? readAnswer(bytes)
      : { status: 200, headers: { "content-type": findContentType(`${path}${ending}`) }, body: bytes };
  }
  return null;
}

/** Path inside the folder; null for addresses that name no plain path. */
function nameFile(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { host, pathname } = new URL(address);
  const segments = pathname.split("/").filter((segment) => segment !== "");
  if (pathname.endsWith("/")) segments.push("index");
  const names = [host.replaceAll(":", "+"), ...segments.map(decodeSegment)];
  const isPlain = names.every((name) => /^[^/\\\0<>:"|?*]+$/.test(name) && !/^\.+$/.test(name));
  return isPlain ? names.join("/") : null;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Reads a file below the folder; links that lead out of it are no files. */
async function readInside(folder: string, path: string): Promise<Uint8Array | null> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    const way = relative(root, file);
    if (way.startsWith("..") || isAbsolute(way)) return null;
    const facts = await stat(file);
    return facts.isFile() && facts.size <= sizeLimit ? await readFile(file) : null;
  } catch {
    return null;
  }
}

function readAnswer(bytes: Uint8Array): MockAnswer {
  const encoder = new TextEncoder();
  let mock: unknown;
  try {
    mock = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    const text = `The mock is not valid JSON: ${error instanceof Error ? error.message : String(error)}`;
    return {
      status: 500,
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: encoder.encode(text),
    };
  }
  const { status, headers, body } = (typeof mock === "object" && mock !== null ? mock : {}) as Readonly<
    Record<string, unknown>
  >;
  const text = typeof body === "string" ? body : JSON.stringify(body ?? "");
  const type = typeof body === "string" ? "text/plain; charset=utf-8" : "application/json";
  return {
    status:
      typeof status === "number" && Number.isInteger(status) && status >= 200 && status <= 599 ? status : 200,
    headers: { "content-type": type, ...readHeaders(headers) },
    body: encoder.encode(body === undefined ? "" : text),
  };
}

function readHeaders(headers: unknown): Record<string, string> {
  const read: Record<string, string> = {};
  if (typeof headers !== "object" || headers === null) return read;
  for (const [name, value] of Object.entries(headers)) {
    const isSafe =
      /^[A-Za-z0-9-]+$/.test(name) && typeof value === "string" && /^[\t\x20-\x7e]*$/.test(value);
    if (isSafe) read[name.toLowerCase()] = value as string;
  }
  return read;
}
