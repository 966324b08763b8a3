// ESLint loads plugins with plain Node.
import { loadBundle } from "../load-bundle.mjs";

const { default: plugin } = await loadBundle("eslint");
export default plugin;
