import { createEslintPlugin } from "./create-eslint-plugin";

export default createEslintPlugin();
