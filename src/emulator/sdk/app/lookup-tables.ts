/** `APP.element_types`: the numbers of kinds of cards that the platform documents. */
export const elementTypes = { contacts: 1, leads: 2, companies: 3, customers: 12 } as const;

/** `APP.cf_types`: the numbers of field types that the public API documents. */
export const fieldTypes = {
  text: 1,
  numeric: 2,
  checkbox: 3,
  select: 4,
  multiselect: 5,
  date: 6,
  url: 7,
  multitext: 8,
  textarea: 9,
  radiobutton: 10,
  streetaddress: 11,
  smart_address: 13,
  birthday: 14,
  legal_entity: 15,
  items: 16,
  org_legal_name: 17,
} as const;
