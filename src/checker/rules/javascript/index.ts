import { km604 } from "./km604-no-debugger";

export const javascriptRules = [km604];
