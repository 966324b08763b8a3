import { km301 } from "./km301-locale-files";
import { km302 } from "./km302-no-spare-locales";
import { km303 } from "./km303-equal-keys";
import { km304 } from "./km304-own-alphabet";
import { km305 } from "./km305-own-language";
import { km306 } from "./km306-no-ru-domains";
import { km307 } from "./km307-links-in-language";
import { km308 } from "./km308-links-marked-up";
import { km309 } from "./km309-no-active-content";
import { km310 } from "./km310-name-length";
import { km311 } from "./km311-name-has-maker";
import { km312 } from "./km312-no-vendor-brand";
import { km313 } from "./km313-teaser-length";
import { km314 } from "./km314-description-length";
import { km315 } from "./km315-descriptions-complete";
import { km316 } from "./km316-vendor-spelled";
import { km317 } from "./km317-listing-equals-archive";
import { km318 } from "./km318-failures-told";
import { km319 } from "./km319-texts-from-i18n";
import { km320 } from "./km320-local-formats";
import { km321 } from "./km321-prices-in-world-money";
import { km322 } from "./km322-no-forbidden-wording";

/** KM3xx: texts and localisation. */
export const textRules = [
  km301,
  km302,
  km303,
  km304,
  km305,
  km306,
  km307,
  km308,
  km309,
  km310,
  km311,
  km312,
  km313,
  km314,
  km315,
  km316,
  km317,
  km318,
  km319,
  km320,
  km321,
  km322,
];
