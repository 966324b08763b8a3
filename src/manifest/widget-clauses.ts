import { isHostClass } from "./host-classes";
import type { Brand } from "./locations";
import { manifestCodes } from "./manifest-codes";
import type { Locale, ManifestInput } from "./manifest-input";
import { createManifestProblem, type ManifestProblem } from "./manifest-problem";
import { amocrmOnly, nameBrand } from "./other-brand";
import { listNames } from "./shape";

const localesOf: Readonly<Record<Brand, readonly Locale[]>> = {
  kommo: ["en", "es", "pt", "tr", "id"],
  amocrm: ["ru", "en", "es", "pt"],
};

/** Keys that the host itself puts beside the saved settings, where it overwrites a field of the same code. */
const systemSettings = [
  "id",
  "status",
  "active",
  "version",
  "path",
  "cdn_path",
  "images_path",
  "support",
  "widget_code",
  "widget_active",
  "oauth_client_uuid",
  "category_code",
];

/** What a manifest says about the widget as a whole: name, languages, support, settings, tour. */
export function listWidgetProblems(manifest: ManifestInput): ManifestProblem[] {
  return [
    ...checkName(manifest),
    ...checkLocales(manifest),
    ...checkSupport(manifest),
    ...checkInstallation(manifest),
    ...checkSettings(manifest),
    ...checkTour(manifest),
    ...checkLegacyKeys(manifest),
  ];
}

function checkName({ name }: ManifestInput): ManifestProblem[] {
  if (!isHostClass(name)) return [];
  return [
    createManifestProblem(["name"], {
      code: manifestCodes.hostClass,
      message: `The name "${name}" belongs to a family of the host's own classes.`,
      expected: "a name of your own: it becomes the root class of every style and view",
      fix: `Put your maker's name before it, for example "acme_${name}".`,
    }),
  ];
}

function checkLocales({ brand = "kommo", locales }: ManifestInput): ManifestProblem[] {
  return locales.flatMap((locale, index) =>
    localesOf[brand].includes(locale)
      ? []
      : [
          createManifestProblem(["locales", index], {
            code: manifestCodes.locale,
            message: `The language "${locale}" does not exist on ${nameBrand(brand)}.`,
            expected: `one of ${listNames(localesOf[brand])}`,
          }),
        ],
  );
}

function checkSupport({ distribution, support }: ManifestInput): ManifestProblem[] {
  if (distribution === "personal" || support?.link !== undefined || support?.email !== undefined) return [];
  return [
    createManifestProblem(support ? ["support"] : [], {
      code: manifestCodes.noSupport,
      severity: "warning",
      message: "The manifest does not say where users get help.",
      expected: "support.link or support.email, which the marketplace asks for",
      fix: 'Add support: { link: "https://…" }.',
    }),
  ];
}

function checkInstallation(manifest: ManifestInput): ManifestProblem[] {
  const { brand = "kommo", installation = true, settings = {}, showcase } = manifest;
  const problems: ManifestProblem[] = [];
  const required = Object.keys(settings).find((field) => settings[field]?.required === true);
  if (!installation && required !== undefined) {
    problems.push(
      createManifestProblem(["settings", required], {
        code: manifestCodes.installation,
        message: `The field "${required}" is required, but "installation" is false: nobody can fill it.`,
        fix: 'Drop the field, or drop "installation".',
      }),
    );
  }
  if (showcase === true && installation) {
    problems.push(
      createManifestProblem(["showcase"], {
        code: manifestCodes.installation,
        message: 'A showcase cannot be installed, but "installation" is not false.',
        fix: "Add installation: false.",
      }),
    );
  }
  if (showcase !== undefined && brand === "kommo") problems.push(amocrmOnly(["showcase"]));
  return problems;
}

function checkSettings({ settings = {} }: ManifestInput): ManifestProblem[] {
  const fields = Object.keys(settings);
  const [, ...further] = fields.filter((field) => settings[field]?.type === "custom");
  return [
    ...further.map((field) =>
      createManifestProblem(["settings", field], {
        code: manifestCodes.severalCustom,
        message: `The field "${field}" is a second field of type "custom".`,
        expected: "at most one, because the host makes one container for it",
        fix: "Store both in one field: it takes any JSON.",
      }),
    ),
    ...fields
      .filter((field) => systemSettings.includes(field))
      .map((field) =>
        createManifestProblem(["settings", field], {
          code: manifestCodes.systemSetting,
          message: `The host overwrites the field "${field}" with a value of its own.`,
          expected: `none of ${listNames(systemSettings)}`,
          fix: `Rename it, for example to "my_${field}".`,
        }),
      ),
  ];
}

function checkTour({ distribution, locales, tour }: ManifestInput): ManifestProblem[] {
  if (!tour) return distribution === "personal" ? [] : [withoutTour()];
  const images = tour.images ?? {};
  const problems = locales
    .filter((locale) => images[locale] === undefined)
    .map((locale) =>
      slides(["tour"], `The tour has no slides for "${locale}".`, "one to five slides for each locale"),
    );
  for (const locale of Object.keys(images) as Locale[]) {
    const path = ["tour", "images", locale];
    const count = images[locale]?.length ?? 0;
    if (!locales.includes(locale)) {
      problems.push(
        slides(path, `The tour has slides for "${locale}", which "locales" lacks.`, "the listed locales"),
      );
    }
    if (count > 5)
      problems.push(slides(path, `The tour has ${count} slides for "${locale}".`, "at most five"));
  }
  return problems;
}

function withoutTour(): ManifestProblem {
  return createManifestProblem([], {
    code: manifestCodes.noTour,
    severity: "warning",
    message: "The manifest has no tour.",
    expected: "one to five slides of 1188 × 616 pixels for each locale, which the marketplace asks for",
    fix: 'Add tour: { images: { en: ["images/tour_1_en.png"] } }.',
  });
}

function slides(path: readonly string[], message: string, expected: string): ManifestProblem {
  return createManifestProblem(path, { code: manifestCodes.slides, severity: "warning", message, expected });
}

function checkLegacyKeys(manifest: ManifestInput): ManifestProblem[] {
  return (["code", "secretKey"] as const)
    .filter((key) => manifest[key] !== undefined)
    .map((key) =>
      createManifestProblem([key], {
        code: manifestCodes.legacyKeys,
        severity: "warning",
        message: `"${key}" is for integrations that are older than the generated codes.`,
        expected:
          "neither code nor secretKey: the host gives a new integration its own, and an archive is readable",
        fix: "Remove it, unless the host refuses the upload without it.",
      }),
    );
}
