import { km501 } from "./km501-no-global-selector";
import { km502 } from "./km502-host-under-own-root";
import { km503 } from "./km503-own-names";
import { km504 } from "./km504-no-switcher-states";
import { km505 } from "./km505-style-link";
import { km506 } from "./km506-no-outside-styles";
import { km507 } from "./km507-comments-explain";
import { km508 } from "./km508-host-variables";
import { km509 } from "./km509-dark-theme";
import { km510 } from "./km510-readable-in-both-themes";

/** KM5xx: styles. */
export const cssRules = [km501, km502, km503, km504, km505, km506, km507, km508, km509, km510];
