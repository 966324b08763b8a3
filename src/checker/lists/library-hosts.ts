import type { CheckConfig } from "../config/check-config";

/** Nobody can put own files there. Kommo: Public integration checklist. */
const trusted = ["code.jquery.com", "ajax.googleapis.com", "ajax.aspnetcdn.com"];
/** Anybody can publish there, so each library is looked at. Which hosts are meant is nowhere named. */
const reviewed = ["cdnjs.cloudflare.com", "cdn.jsdelivr.net", "unpkg.com"];

/** Where a public library may come from, and whether a moderator looks at each. */
export function judgeLibraryHost(host: string, config: CheckConfig): "trusted" | "reviewed" | "foreign" {
  if (trusted.includes(host)) return "trusted";
  return reviewed.includes(host) || config.libraryHosts.includes(host) ? "reviewed" : "foreign";
}

export function isLibraryHost(host: string, config: CheckConfig): boolean {
  return judgeLibraryHost(host, config) !== "foreign";
}
