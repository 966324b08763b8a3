import { km1101 } from "./km1101-oauth";
import { km1102 } from "./km1102-redirect-address";
import { km1103 } from "./km1103-hooks-in-time";
import { km1104 } from "./km1104-tokens-kept-safely";
import { km1105 } from "./km1105-switching-off-stops";
import { km1106 } from "./km1106-permissions-needed";
import { km1107 } from "./km1107-chat-channel";

/** KM11xx: the author's server. */
export const serverRules = [km1101, km1102, km1103, km1104, km1105, km1106, km1107];
