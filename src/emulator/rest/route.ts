import type { Call } from "./call";
import type { RestResponse } from "./message";

export type Handler = (call: Call) => RestResponse | Promise<RestResponse>;

/** `["GET", "/api/v4/leads/{id}", handler]`. `{name}` is one segment, `{name:a|b}` one of these words. */
export type Route = readonly [method: string, pattern: string, handler: Handler];

export interface RouteMatch {
  readonly handler: Handler;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds a request's handler; null where no route has its path, the methods that are there where none fits. */
export type FindHandler = (method: string, path: string) => RouteMatch | readonly string[] | null;

interface Compiled {
  readonly method: string;
  readonly segments: readonly Segment[];
  readonly handler: Handler;
}

type Segment =
  | { readonly word: string }
  | { readonly name: string; readonly words: readonly string[] | null };

/** Compiles routes once. They are asked in order, grouped by their number of segments. */
export function compileRoutes(routes: readonly Route[]): FindHandler {
  const byLength = new Map<number, Compiled[]>();
  for (const [method, pattern, handler] of routes) {
    const segments = splitPath(pattern).map(readSegment);
    const group = byLength.get(segments.length) ?? [];
    group.push({ method, segments, handler });
    byLength.set(segments.length, group);
  }
  return (method, path) => {
    const parts = splitPath(path);
    const methods: string[] = [];
    for (const route of byLength.get(parts.length) ?? []) {
      const params = match(route.segments, parts);
      if (params === null) continue;
      if (route.method === method) return { handler: route.handler, params };
      methods.push(route.method);
    }
    return methods.length === 0 ? null : methods;
  };
}

function readSegment(text: string): Segment {
  const named = /^\{(\w+)(?::([^}]+))?\}$/.exec(text);
  if (named === null) return { word: text };
  return { name: named[1] ?? "", words: named[2]?.split("|") ?? null };
}

function match(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? "";
    if ("word" in segment) {
      if (segment.word !== part) return null;
      continue;
    }
    const value = decode(part);
    if (segment.words !== null && !segment.words.includes(value)) return null;
    params[segment.name] = value;
  }
  return params;
}

function splitPath(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
