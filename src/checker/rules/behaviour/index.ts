import { km801 } from "./km801-allowed-interfaces";
import { km802 } from "./km802-nothing-covered";
import { km803 } from "./km803-no-bottom-bar";
import { km804 } from "./km804-left-menu";
import { km805 } from "./km805-drop-areas";
import { km806 } from "./km806-trigger-window";
import { km807 } from "./km807-settings-page-name";
import { km808 } from "./km808-save-at-bottom";
import { km809 } from "./km809-rating-untouched";
import { km810 } from "./km810-other-widgets";
import { km811 } from "./km811-nothing-stays";

/** KM8xx: behaviour in the page. */
export const behaviourRules = [km801, km802, km803, km804, km805, km806, km807, km808, km809, km810, km811];
