import { km101 } from "./km101-manifest-in-root";
import { km102 } from "./km102-archive-name";
import { km103 } from "./km103-mandatory-images";
import { km104 } from "./km104-script-present";
import { km105 } from "./km105-no-junk";
import { km106 } from "./km106-no-leftovers";
import { km107 } from "./km107-files-used";
import { km108 } from "./km108-utf8-without-bom";
import { km109 } from "./km109-line-ends";
import { km110 } from "./km110-readable-code";
import { km111 } from "./km111-not-published";
import { km112 } from "./km112-version-raised";
import { km113 } from "./km113-safe-names";

/** KM1xx: the archive and its files. */
export const archiveRules = [
  km101,
  km102,
  km103,
  km104,
  km105,
  km106,
  km107,
  km108,
  km109,
  km110,
  km111,
  km112,
  km113,
];
