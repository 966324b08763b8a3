import { bundle } from "../../bundler";
import { findPackageRoot } from "../../package-root";

/** The script that watches one widget from inside its page; it must run before anything else of the page does. */
export async function bundleProbe(code: string): Promise<string> {
  const { errors, files } = await bundle({
    absWorkingDir: findPackageRoot(),
    entryPoints: { probe: "build/check/probe/main.ts" },
    outdir: findPackageRoot(),
    bundle: true,
    format: "iife",
    target: "es2022",
    define: { probedCode: JSON.stringify(code) },
    legalComments: "none",
  });
  const [error] = errors;
  if (error !== undefined)
    throw new Error(`The probe does not compile: ${error.location?.file}: ${error.text}`);
  return new TextDecoder().decode(files.get("probe.js"));
}
