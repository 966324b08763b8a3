import { createStylelintPlugin } from "./create-stylelint-plugin";

export const { plugins, recommended } = createStylelintPlugin();
