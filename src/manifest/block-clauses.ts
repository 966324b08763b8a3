import type { Env } from "./env";
import { manifestCodes } from "./manifest-codes";
import type { LeftMenuInput, ManifestInput, SalesbotFieldInput } from "./manifest-input";
import { createManifestProblem, type ManifestProblem, type Path } from "./manifest-problem";
import { isHttps, systemItems } from "./manifest-shape";
import { amocrmOnly } from "./other-brand";
import { readVariable, type Environment } from "./read-variable";
import { show } from "./shape";

/** What is inside the blocks of single locations, and the addresses that come from the environment. */
export function listBlockProblems(manifest: ManifestInput, env: Environment): ManifestProblem[] {
  return [
    ...checkPipeline(manifest),
    ...checkSalesbot(manifest),
    ...checkLeftMenu(manifest),
    ...checkForms(manifest),
    ...checkAddresses(manifest, env),
  ];
}

function checkPipeline({ brand = "kommo", digitalPipeline }: ManifestInput): ManifestProblem[] {
  if (!digitalPipeline) return [];
  const problems: ManifestProblem[] = [];
  if (digitalPipeline.webhookUrl === undefined) {
    problems.push(
      createManifestProblem(["digitalPipeline"], {
        code: manifestCodes.noWebhook,
        severity: "warning",
        message: "The automation's action has no webhookUrl, so the host tells nobody when it starts.",
        fix: 'Add webhookUrl: "https://…" or env("NAME").',
      }),
    );
  }
  if (digitalPipeline.title && digitalPipeline.settings?.["title"]) {
    problems.push(
      createManifestProblem(["digitalPipeline", "settings", "title"], {
        code: manifestCodes.titleTwice,
        message: 'The field "title" and the action\'s own title would share the text "dp.title".',
        fix: "Rename the field.",
      }),
    );
  }
  if (digitalPipeline.title && brand === "kommo") {
    problems.push(amocrmOnly(["digitalPipeline", "title"]));
  }
  return problems;
}

function checkSalesbot({ salesbotDesigner }: ManifestInput): ManifestProblem[] {
  if (!salesbotDesigner) return [];
  const handlers = Object.entries(salesbotDesigner.handlers);
  if (handlers.length === 0) {
    return [
      createManifestProblem(["salesbotDesigner", "handlers"], {
        code: manifestCodes.noHandler,
        message: 'The block "salesbotDesigner" has no handler, so the designer has nothing to show.',
        fix: "Add one, for example ask: {}.",
      }),
    ];
  }
  return handlers.flatMap(([handler, { settings = {} }]) => [
    ...(handler === "logo" ? [handlerLogo()] : []),
    ...Object.entries(settings).flatMap(([field, input]) =>
      checkDefault(input, ["salesbotDesigner", "handlers", handler, "settings", field]),
    ),
  ]);
}

function handlerLogo(): ManifestProblem {
  return createManifestProblem(["salesbotDesigner", "handlers", "logo"], {
    code: manifestCodes.handlerLogo,
    message: 'A handler cannot have the code "logo": in manifest.json that key is the block\'s picture.',
    fix: "Rename the handler.",
  });
}

function checkDefault({ defaultText, defaultValue }: SalesbotFieldInput, path: Path): ManifestProblem[] {
  if (defaultValue === undefined) return [];
  if (defaultText) {
    return [
      createManifestProblem(path, {
        code: manifestCodes.twoDefaults,
        message: `The field "${path.at(-1)}" has two values to begin with.`,
        fix: "Keep defaultValue for the same value in every language, or defaultText for a translated one.",
      }),
    ];
  }
  if (!/^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/.test(defaultValue)) return [];
  return [
    createManifestProblem([...path, "defaultValue"], {
      code: manifestCodes.defaultIsPath,
      severity: "warning",
      message: "The host may take this value for the key of a text, because it has the form of one.",
      found: show(defaultValue),
      expected: "a value that is not words with dots between them",
      fix: "If it is a text, write defaultText: true.",
    }),
  ];
}

function checkLeftMenu({ brand = "kommo", leftMenu }: ManifestInput): ManifestProblem[] {
  return Object.entries(leftMenu?.items ?? {}).flatMap(([code, item]) => [
    ...(systemItems.some((system) => system === code) ? [systemItem(code)] : []),
    ...(item.icons || (item.icon && brand === "amocrm") ? [] : [menuIcon(code, item)]),
  ]);
}

function systemItem(code: string): ManifestProblem {
  return createManifestProblem(["leftMenu", "items", code], {
    code: manifestCodes.systemItem,
    message: `"${code}" is an item of the system, not one of yours.`,
    fix: `Rename it. Sub-items of the system's menus stand in "leftMenu.stats" and "leftMenu.settings".`,
  });
}

function menuIcon(code: string, { icon }: NonNullable<LeftMenuInput["items"]>[string]): ManifestProblem {
  return createManifestProblem(["leftMenu", "items", code], {
    code: manifestCodes.menuIcon,
    severity: icon ? "warning" : "error",
    message: icon
      ? `The menu item "${code}" has one icon for both themes.`
      : `The menu item "${code}" has no icon.`,
    expected: "icons for the light and the dark theme",
    fix: 'Add icons: { light: "images/menu_light.svg", dark: "images/menu_dark.svg" }.',
  });
}

function checkForms({ brand = "kommo", amoforms }: ManifestInput): ManifestProblem[] {
  return amoforms && brand === "kommo" ? [amocrmOnly(["amoforms"])] : [];
}

/** Addresses that the environment holds. A block that is nothing without its address cannot go out without it. */
function checkAddresses(manifest: ManifestInput, env: Environment): ManifestProblem[] {
  const { digitalPipeline, mobile, secretKey, sms } = manifest;
  return [
    ...checkVariable(digitalPipeline?.webhookUrl, ["digitalPipeline", "webhookUrl"], "warning", env),
    ...checkVariable(sms?.endpoint, ["sms", "endpoint"], "error", env),
    ...checkVariable(mobile?.frameUrl, ["mobile", "frameUrl"], "error", env),
    ...checkVariable(secretKey, ["secretKey"], "warning", env),
  ];
}

function checkVariable(
  value: string | Env | undefined,
  path: Path,
  severity: "error" | "warning",
  env: Environment,
): ManifestProblem[] {
  if (value === undefined || typeof value === "string") return [];
  const address = readVariable(value, env);
  if (address === undefined) {
    return [
      createManifestProblem(path, {
        code: manifestCodes.noValue,
        severity,
        message:
          severity === "warning"
            ? `The environment variable ${value.env} has no value, so manifest.json goes out without "${path.join(".")}".`
            : `The environment variable ${value.env} has no value, and "${path.join(".")}" cannot be left out.`,
        fix: `Set ${value.env} before the build.`,
      }),
    ];
  }
  if (path[0] === "secretKey" || isHttps(address)) return [];
  return [
    createManifestProblem(path, {
      code: manifestCodes.badValue,
      message: `The environment variable ${value.env} does not hold an https address.`,
      expected: "an address that begins with https://",
    }),
  ];
}
