import { km1201 } from "./km1201-privacy-policy";
import { km1202 } from "./km1202-people-answer";
import { km1203 } from "./km1203-support-is-yours";
import { km1204 } from "./km1204-official-needs-proof";
import { km1205 } from "./km1205-no-second-publication";
import { km1206 } from "./km1206-payment-works";
import { km1207 } from "./km1207-integrators-code";
import { km1208 } from "./km1208-submission-complete";

/** KM12xx: company, law and the submission. */
export const companyRules = [km1201, km1202, km1203, km1204, km1205, km1206, km1207, km1208];
