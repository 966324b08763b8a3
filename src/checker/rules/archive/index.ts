import { km101 } from "./km101-manifest-in-root";

export const archiveRules = [km101];
