// The process that the fuzzer watches: it may crash, hang or run out of memory alone.
import { loadBundle } from "../load-bundle.mjs";

const { runChild } = await loadBundle("fuzz");
await runChild(process.argv.slice(2));
