import type { TextKey } from "../i18n/create-translator";

/** A way to look at an area; `query` is what the address of the page gets. */
export interface GalleryState {
  readonly id: string;
  readonly text: TextKey;
  readonly query: string;
}

export const states: readonly GalleryState[] = [
  { id: "light", text: "gallery.light", query: "&theme=light" },
  { id: "dark", text: "faults.dark", query: "&theme=dark" },
  { id: "narrow", text: "faults.narrow", query: "&panel=narrow" },
  { id: "words", text: "faults.words", query: "&words=long" },
  { id: "zoom", text: "faults.zoom", query: "&zoom=200" },
];
