import { km601 } from "./km601-one-amd-module";
import { km602 } from "./km602-callbacks";
import { km603 } from "./km603-no-dialogs";
import { km604 } from "./km604-no-debugger";
import { km605 } from "./km605-only-console-debug";
import { km606 } from "./km606-trace-in-failures";
import { km607 } from "./km607-debug-sparingly";
import { km608 } from "./km608-no-code-from-strings";
import { km609 } from "./km609-declared-variables";
import { km610 } from "./km610-page-unpolluted";
import { km611 } from "./km611-environment-read-only";
import { km612 } from "./km612-documented-environment";
import { km613 } from "./km613-comments-explain";
import { km614 } from "./km614-no-traces-of-development";
import { km615 } from "./km615-dependencies-resolve";
import { km616 } from "./km616-cleans-up";

/** KM6xx: JavaScript. */
export const javascriptRules = [
  km601,
  km602,
  km603,
  km604,
  km605,
  km606,
  km607,
  km608,
  km609,
  km610,
  km611,
  km612,
  km613,
  km614,
  km615,
  km616,
];
