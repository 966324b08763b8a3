import { km901 } from "./km901-no-simulated-install";
import { km902 } from "./km902-save-pressed-by-user";
import { km903 } from "./km903-on-save-truthful";
import { km904 } from "./km904-no-crm-credentials";
import { km905 } from "./km905-consent-told";
import { km906 } from "./km906-for-everyone";

/** KM9xx: settings and installation. */
export const settingsRules = [km901, km902, km903, km904, km905, km906];
