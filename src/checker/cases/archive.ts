import { unchanged, type CaseTable } from "./rule-case";

export const archiveCases: CaseTable = {
  KM101: {
    good: { "a manifest at the top": unchanged },
    near: {
      "a second manifest deeper down": { widget: (w) => w.text("data/manifest.json", "{}\n") },
      "explicit entries for folders": { widget: (w) => w.entry("images/").entry("i18n/") },
    },
    bad: {
      "the folder packed instead of what is in it": {
        widget: (w) => w.remove("manifest.json").text("widget/manifest.json", "{}\n"),
        finds: [
          {
            file: null,
            message: 'The widget lies in the folder "widget" of the archive, not in its root.',
            found: "widget/manifest.json",
            expected: "manifest.json",
          },
        ],
      },
      "no manifest at all": {
        widget: (w) => w.remove("manifest.json"),
        finds: [{ file: null, message: "There is no manifest.json in the root." }],
      },
    },
  },
};
