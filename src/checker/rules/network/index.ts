import { km701 } from "./km701-no-created-scripts";
import { km702 } from "./km702-no-other-scripts";
import { km703 } from "./km703-libraries-in-define";
import { km704 } from "./km704-listed-hosts";
import { km705 } from "./km705-no-development-hosts";
import { km706 } from "./km706-https";
import { km707 } from "./km707-no-synchronous-requests";
import { km708 } from "./km708-no-requests-in-loops";
import { km709 } from "./km709-no-proxied-requests-in-loops";
import { km710 } from "./km710-messages-are-not-run";
import { km711 } from "./km711-no-other-connections";
import { km712 } from "./km712-no-private-endpoints";
import { km713 } from "./km713-no-account-address";

/** KM7xx: network and external resources. */
export const networkRules = [
  km701,
  km702,
  km703,
  km704,
  km705,
  km706,
  km707,
  km708,
  km709,
  km710,
  km711,
  km712,
  km713,
];
