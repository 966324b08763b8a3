import { describe, expect, it } from "vitest";
import { collectFields, listMissing } from "./collect-fields";

const field = (type: string, required = false) => ({ name: "", type, required });

function draw(html: string): Element {
  const body = document.createElement("div");
  body.innerHTML = html;
  return body;
}

describe("the fields of the settings modal", () => {
  it("are those of the manifest, absent inputs empty", () => {
    const body = draw('<input name="login" value="a"><input name="other" value="b">');

    expect(collectFields(body, { login: field("text"), token: field("pass") })).toEqual({
      login: "a",
      token: "",
    });
  });

  it("hold users' values by id, without the empty ones", () => {
    const body = draw(
      '<input name="ext[7]" value="101"><input name="ext[8]" value=""><input name="ext[x]" value="1"><input name="text[7]" value="1">',
    );

    expect(collectFields(body, { ext: field("users") })).toEqual({ ext: { 7: "101" } });
  });

  it("hold login and password of each user", () => {
    const body = draw('<input name="a.b[7][login]" value="o"><input name="a.b[7][password]" value="p">');

    expect(collectFields(body, { "a.b": field("users_lp") })).toEqual({
      "a.b": { 7: { login: "o", password: "p" } },
    });
  });

  it.each([
    [{ a: "" }, ["a"]],
    [{ a: "  " }, ["a"]],
    [{ a: {} }, ["a"]],
    [{ a: "0" }, []],
    [{ a: { 7: "1" } }, []],
    [{}, ["a"]],
  ])("%j lack %j", (fields, missing) => {
    expect(listMissing(fields, { a: field("text", true), b: field("text") })).toEqual(missing);
  });
});
