/** Brands of messengers, by the platform's codes of their channels; the same in every language. */
const names: ReadonlyMap<string, string> = new Map([
  ["waba", "WhatsApp"],
  ["instagram_business", "Instagram"],
  ["facebook", "Messenger"],
  ["telegram", "Telegram"],
  ["viber", "Viber"],
]);

/** The messenger's name as people know it; a channel that an integration has made keeps its code. */
export function nameChannel(origin: string): string {
  return names.get(origin) ?? origin;
}
