import { describe, expect, it } from "vitest";
import type { CustomField, FieldValue } from "../../model/entities";
import { createAccount } from "../../model/seed/create-account";
import { createFormatter } from "../format/create-formatter";
import { describeValues, readFieldForm, writeFieldForm } from "./field-form";

const { account, now } = createAccount();
const format = createFormatter({ ...account, timezone: "UTC" }, "en", () => now);
const day = Date.UTC(2026, 10, 18) / 1000;

function createField(type: CustomField["type"]): CustomField {
  return {
    id: 7,
    name: "Field",
    type,
    code: null,
    sort: 1,
    entity_type: "leads",
    catalog_id: null,
    group_id: null,
    is_api_only: false,
    is_deletable: true,
    is_predefined: false,
    is_required: false,
    enums: [
      { id: 1, value: "One", sort: 1, code: null },
      { id: 2, value: "Two", sort: 2, code: null },
    ],
    currency: "USD",
  };
}

const cases: readonly (readonly [CustomField["type"], readonly FieldValue[], Record<string, unknown>])[] = [
  ["text", [{ value: "Hi" }], { "CFV[7]": "Hi" }],
  ["text", [], { "CFV[7]": "" }],
  ["textarea", [{ value: "a\nb" }], { "CFV[7]": "a\nb" }],
  ["checkbox", [{ value: true }], { "CFV[7]": "Y" }],
  ["checkbox", [{ value: false }], { "CFV[7]": "" }],
  ["select", [{ value: "Two", enum_id: 2 }], { "CFV[7]": "2" }],
  ["radiobutton", [{ value: "One", enum_id: 1 }], { "CFV[7]": "1" }],
  [
    "multiselect",
    [
      { value: "One", enum_id: 1 },
      { value: "Two", enum_id: 2 },
    ],
    { "CFV[7][]": ["1", "2"] },
  ],
  ["date", [{ value: day }], { "CFV[7]": "18.11.2026" }],
  ["birthday", [{ value: day }], { "CFV[7]": "18.11.2026" }],
  ["date_time", [{ value: day + 34_200 }], { "CFV[7]": "18.11.2026 09:30" }],
  [
    "multitext",
    [{ value: "+1", enum_id: 2 }],
    {
      "CFV[7][0][VALUE]": "+1",
      "CFV[7][0][DESCRIPTION]": "2",
      "CFV[7][1][VALUE]": "",
      "CFV[7][1][DESCRIPTION]": "1",
    },
  ],
  [
    "smart_address",
    [{ value: "Newark", enum_id: 3, enum_code: "city" }],
    {
      "CFV[7][address_line_1]": "",
      "CFV[7][address_line_2]": "",
      "CFV[7][city]": "Newark",
      "CFV[7][state]": "",
      "CFV[7][zip]": "",
      "CFV[7][country]": "",
    },
  ],
  ["legal_entity", [{ value: { name: "Oak Ltd" } }], { "CFV[7]": "Oak Ltd" }],
];

describe("the form of a custom field", () => {
  it.each(cases)("holds %s %j", (type, values, form) => {
    expect(writeFieldForm(createField(type), values, format)).toEqual(form);
  });

  it.each(cases)("gives %s %j back", (type, values, form) => {
    expect(readFieldForm(createField(type), form, format.parse)).toEqual({ field_id: 7, values });
  });

  it.each(["items", "tracking_data", "file"] as const)("has no control for %s", (type) => {
    expect(writeFieldForm(createField(type), [{ value: "x" }], format)).toEqual({});
    expect(readFieldForm(createField(type), { "CFV[7]": "x" }, format.parse)).toBeNull();
  });

  it("empties a field whose option does not exist any more", () => {
    expect(readFieldForm(createField("select"), { "CFV[7]": "99" }, format.parse)?.values).toEqual([]);
  });

  it("empties a day that is none", () => {
    expect(readFieldForm(createField("date"), { "CFV[7]": "some day" }, format.parse)?.values).toEqual([]);
  });

  it("is absent where the form does not hold the field", () => {
    expect(readFieldForm(createField("text"), {}, format.parse)).toBeNull();
  });

  it.each([
    ["checkbox", [{ value: true }], "✓"],
    ["date", [{ value: day }], "Nov 18, 2026"],
    ["monetary", [{ value: 120 }], "$120"],
    ["multiselect", [{ value: "One" }, { value: "Two" }], "One, Two"],
    ["legal_entity", [{ value: { name: "Oak Ltd" } }], "Oak Ltd"],
    ["items", [{ value: { sku: "x" } }], ""],
  ] as const)("reads %s %j as %j", (type, values, text) => {
    expect(describeValues(createField(type), values, format)).toBe(text);
  });
});
