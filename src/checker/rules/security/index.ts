import { km1001 } from "./km1001-data-minimum";
import { km1002 } from "./km1002-no-secrets";
import { km1003 } from "./km1003-one-time-token";
import { km1004 } from "./km1004-no-secrets-in-browser";

/** KM10xx: security and data. */
export const securityRules = [km1001, km1002, km1003, km1004];
