// Stylelint loads plugins with plain Node.
import { loadBundle } from "../load-bundle.mjs";

const { plugins, recommended } = await loadBundle("stylelint");
export { plugins as default, recommended };
