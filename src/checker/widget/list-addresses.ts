import { hole } from "../script/fold-string";
import type { Reference } from "./collect-references";
import { isScriptName, isStyleName } from "./text-file";

/** A web address that stands in the widget's code, styles, templates or texts. */
export interface Address {
  readonly file: string;
  /** Where it stands in a template; elsewhere where the text that holds it begins. */
  readonly at: number;
  /** A part that only a running page knows is `hole`. */
  readonly url: string;
  /** "https:", or "" where the page's own counts: "//cdn.acme.com". */
  readonly protocol: string;
  /** Without the port; holds `hole` where the page decides it. */
  readonly host: string;
}

const full = /\b(https?:|wss?:)\/\/([^\s"'`<>\\/?#)]+)[^\s"'`<>\\)]*/gi;
const relative = /(?<=^|["'(=\s])\/\/([\w\ufffc-]+(?:\.[\w-]+)+(?::\d+)?)[^\s"'`<>\\)]*/g;
const namespaces =
  /(?:^|\.)(?:w3\.org|xmlsoap\.org|purl\.org|inkscape\.org|sodipodi\.sourceforge\.net|ns\.adobe\.com)$/;

/**
 * Every address of a text. `http://` alone, as in a test of a prefix, is none; neither are the names of XML
 * namespaces, which only look like addresses.
 */
export function listAddresses({ file, at, text }: Reference): readonly Address[] {
  return findAddresses(file, text).map((address) => ({ ...address, at }));
}

/** Every address of a file; `at` is where it stands. */
export function findAddresses(file: string, text: string): readonly Address[] {
  const describe = (at: number, url: string, protocol: string, host: string): Address[] => {
    const name = host
      .replace(/^[^@]*@/, "")
      .replace(/:\d*$/, "")
      .toLowerCase();
    const isHost = /[\w\ufffc]/.test(name) && !namespaces.test(name);
    return isHost ? [{ file, at, url, protocol: protocol.toLowerCase(), host: name }] : [];
  };
  return [
    ...[...text.matchAll(full)].flatMap((match) =>
      describe(match.index, match[0], match[1] as string, match[2] as string),
    ),
    ...[...text.matchAll(relative)].flatMap((match) =>
      describe(match.index, match[0], "", match[1] as string),
    ),
  ];
}

/** True for a file that runs or is shown; a picture's or a source map's addresses lead nowhere. */
export function isLive(file: string): boolean {
  const isShown = isScriptName(file) || isStyleName(file) || /\.(?:html?|twig)$/i.test(file);
  return isShown || file === "manifest.json" || file.startsWith("i18n/");
}

/** True when the host is known in full, so that it can be judged. */
export function isKnownHost(host: string): boolean {
  return !host.includes(hole);
}
