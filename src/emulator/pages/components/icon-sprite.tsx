import { drawings, type IconName } from "./icon";

/** Names that the CRM gives its icons, and which of our drawings stands for each. */
const hostIcons: Readonly<Record<string, IconName>> = {
  "common--arrow-left": "left",
  "common--arrow-left-cornered": "left",
  "common--bold-arrow": "down",
  "common--calendar": "tasks",
  "common--company": "company",
  "common--copy": "note",
  "common--cross-close": "close",
  "common--download": "download",
  "common--export--download": "download",
  "common--export--excel": "list",
  "common--export--load-file": "download",
  "common--file-abort": "close",
  "common--filter-search": "search",
  "common--list": "list",
  "common--pipe": "kanban",
  "common--refresh": "refresh",
  "common--settings": "settings",
  "common--settings-key": "settings",
  "common--trash": "trash",
  "controls--button-add": "plus",
  "controls--button-more": "dots",
  "controls--users-select-arrow": "down",
  "cards--cf-plus": "plus",
  "cards--pin": "pin",
  "digital_pipeline--add_trigger": "plus",
};

/**
 * The drawings that every page of the CRM holds under their names: widgets show one by
 * `<svg class="svg-icon svg-common--trash-dims"><use xlink:href="#common--trash"></use></svg>`.
 */
export function IconSprite() {
  return (
    <svg class="svg-sprite" aria-hidden="true" width="0" height="0">
      {Object.entries(hostIcons).map(([id, name]) => (
        <symbol key={id} id={id} viewBox="0 0 20 20">
          <path
            d={drawings[name]}
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </symbol>
      ))}
    </svg>
  );
}
