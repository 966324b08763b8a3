import { blockKeys, locations, type Location } from "./locations";
import { manifestCodes } from "./manifest-codes";
import type { ManifestInput } from "./manifest-input";
import { createManifestProblem, type ManifestProblem } from "./manifest-problem";
import { nameBrand } from "./other-brand";
import { listNames } from "./shape";

/** What the locations demand of each other, of the blocks and of the way the widget is published. */
export function listLocationProblems(manifest: ManifestInput): ManifestProblem[] {
  const listed = listLocations(manifest);
  if (listed.length === 0) return [withoutLocation()];
  return [
    ...listed.flatMap((location) => checkLocation(location, manifest)),
    ...checkBlocks(manifest),
    ...checkCustomField(manifest),
  ];
}

/** The rows of the table that a manifest lists, in the table's order. */
export function listLocations(manifest: ManifestInput): readonly Location[] {
  return locations.filter(({ code }) => manifest.locations[code] !== undefined);
}

function withoutLocation(): ManifestProblem {
  return createManifestProblem(["locations"], {
    code: manifestCodes.noLocation,
    message: "The manifest lists no location, so the widget would never run.",
    expected: "at least one location",
    fix: 'Add one, for example lcard: "panel".',
  });
}

function checkLocation(location: Location, manifest: ManifestInput): ManifestProblem[] {
  const { code, block, needs, publicOnly } = location;
  const problems = checkBrand(location, manifest);
  const key = block === null || block === "advanced" ? null : blockKeys[block];
  if (publicOnly && manifest.distribution === "personal") {
    problems.push(marketplaceOnly(["locations", code], `The location "${code}"`));
  }
  if (key !== null && (manifest[key] === undefined || isMenuWithoutItem(key, manifest))) {
    problems.push(
      createManifestProblem(["locations", code], {
        code: manifestCodes.needsBlock,
        message: `The location "${code}" needs the block "${key === "leftMenu" ? "leftMenu.items" : key}".`,
        fix: `Add the block, or remove the location.`,
      }),
    );
  }
  for (const group of needs) {
    if (group.some((neighbour) => neighbour in manifest.locations)) continue;
    problems.push(
      createManifestProblem(["locations", code], {
        code: manifestCodes.needsNeighbour,
        message: `The location "${code}" needs ${group.length > 1 ? "one of " : ""}the location${group.length > 1 ? "s" : ""} ${listNames(group)}.`,
        fix: "Add it, or remove the location.",
      }),
    );
  }
  return problems;
}

function isMenuWithoutItem(key: string, { leftMenu }: ManifestInput): boolean {
  return key === "leftMenu" && Object.keys(leftMenu?.items ?? {}).length === 0;
}

function checkBrand(
  { code, brands, retired }: Location,
  { brand = "kommo" }: ManifestInput,
): ManifestProblem[] {
  const path = ["locations", code];
  if (!brands.includes(brand)) {
    return [
      createManifestProblem(path, {
        code: manifestCodes.foreignLocation,
        severity: "warning",
        message: `The location "${code}" is not known on ${nameBrand(brand)}.`,
        expected: `a location of ${nameBrand(brand)}; this one is of ${brands.map(nameBrand).join(", ")}`,
      }),
    ];
  }
  if (!retired.includes(brand)) return [];
  return [
    createManifestProblem(path, {
      code: manifestCodes.retiredLocation,
      severity: "warning",
      message: `The location "${code}" stands in older pages of ${nameBrand(brand)} only.`,
      fix: "Try it in an account, and remove it if nothing appears.",
    }),
  ];
}

function marketplaceOnly(path: readonly string[], what: string): ManifestProblem {
  return createManifestProblem(path, {
    code: manifestCodes.marketplaceOnly,
    message: `${what} is for widgets of the marketplace only.`,
    found: 'distribution: "personal"',
    fix: 'Remove it, or publish the widget with distribution: "marketplace".',
  });
}

/** Blocks that no listed location reads. The left menu serves the system's pages too, so only its items count. */
function checkBlocks(manifest: ManifestInput): ManifestProblem[] {
  const problems: ManifestProblem[] = [];
  for (const location of locations) {
    if (location.block === null || location.block === "advanced") continue;
    const key = blockKeys[location.block];
    const block = key === "leftMenu" ? manifest.leftMenu?.items : manifest[key];
    if (block === undefined || manifest.locations[location.code] !== undefined) continue;
    problems.push(needsLocation(key === "leftMenu" ? ["leftMenu", "items"] : [key], location.code));
  }
  if (manifest.leftMenu !== undefined && manifest.distribution === "personal") {
    problems.push(marketplaceOnly(["leftMenu"], 'The block "leftMenu"'));
  }
  return problems;
}

function checkCustomField({ settings = {}, locations: listed }: ManifestInput): ManifestProblem[] {
  const field = Object.keys(settings).find((name) => settings[name]?.type === "custom");
  return field === undefined || listed.settings ? [] : [needsLocation(["settings", field], "settings")];
}

function needsLocation(path: readonly string[], location: string): ManifestProblem {
  return createManifestProblem(path, {
    code: manifestCodes.needsLocation,
    message: `"${path.join(".")}" needs the location "${location}".`,
    fix: `Add ${location}: true to "locations", or remove "${path.join(".")}".`,
  });
}
