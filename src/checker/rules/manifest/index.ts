import { km201 } from "./km201-strict-json";
import { km202 } from "./km202-described-by-paths";
import { km203 } from "./km203-known-locales";
import { km204 } from "./km204-installation";
import { km205 } from "./km205-locations-list";
import { km206 } from "./km206-settings-object";
import { km207 } from "./km207-interface-version";
import { km208 } from "./km208-texts-resolve";
import { km209 } from "./km209-known-locations";
import { km210 } from "./km210-location-needs";
import { km211 } from "./km211-no-orphan-blocks";
import { km212 } from "./km212-locations-used";
import { km213 } from "./km213-tour-complete";
import { km214 } from "./km214-own-support";
import { km215 } from "./km215-legal-shapes";
import { km216 } from "./km216-left-menu";
import { km217 } from "./km217-no-legacy-keys";
import { km218 } from "./km218-known-keys";
import { km219 } from "./km219-legal-code";

/** KM2xx: manifest.json. */
export const manifestRules = [
  km201,
  km202,
  km203,
  km204,
  km205,
  km206,
  km207,
  km208,
  km209,
  km210,
  km211,
  km212,
  km213,
  km214,
  km215,
  km216,
  km217,
  km218,
  km219,
];
