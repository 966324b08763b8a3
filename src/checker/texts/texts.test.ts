import { describe, expect, it } from "vitest";
import { findLinks, removeAddresses } from "./find-links";
import { guessOtherLanguage } from "./guess-language";
import { countCharacters, readTags, toPlainText } from "./read-markup";

describe("a text with markup", () => {
  it.each([
    ["<p>One</p><p>two</p>", "One two"],
    ["a<br>b", "a b"],
    ["R&amp;D &#38; &#x26; &nbsp; &unknown;", "R&D & & &unknown;"],
    ['<a title="1 > 0">x</a>', "x"],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
    ["&#99999999;", "&#99999999;"],
  ])("%s reads as %s", (html, plain) => {
    expect(toPlainText(html)).toBe(plain);
  });

  it("gives its tags with their attributes and places", () => {
    expect(readTags(`x<A HREF='/a?b&amp;c' disabled data-x=1>`)).toEqual([
      {
        name: "a",
        attributes: new Map([
          ["href", "/a?b&c"],
          ["disabled", ""],
          ["data-x", "1"],
        ]),
        start: 1,
        end: 40,
      },
    ]);
  });

  it.each([
    ["quotes that never close", '<a "'.repeat(50_000)],
    ["quotes of two kinds", `<a "'`.repeat(50_000)],
    ["tags that never end", "<a href=".repeat(50_000)],
    ["names without end", `<${"a".repeat(400_000)}`],
  ])("of thousands of %s is read in no time", (_name, text) => {
    const start = performance.now();

    expect(readTags(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("takes a < that begins no tag for a sign", () => {
    expect(readTags("1 < 2 <b>3</b> <").map(({ name }) => name)).toEqual(["b", "/b"]);
  });
});

describe("the characters of a text", () => {
  it.each([
    ["abc", 3],
    [" abc ", 3],
    ["não", 3],
    ["na\u0303o", 3],
    ["Настройки", 9],
    ["👩‍👩‍👧🇧🇷", 2],
    ["각", 1],
    ["", 0],
  ])("of %j are %d", (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});

describe("the links of a text", () => {
  it("are those of <a> and those that stand in the open", () => {
    const links = findLinks('See https://a.com/x, or <a href="https://b.com">www.b.com</a>.');

    expect(links.map(({ url, isBare }) => [url, isBare])).toEqual([
      ["https://a.com/x", true],
      ["https://b.com", false],
    ]);
  });

  it("leave prose behind when they are taken away", () => {
    expect(removeAddresses("Ask me@kommo.com or x.kommo.com/y, @kommo: Kommo").replace(/\s+/g, " ")).toBe(
      "Ask or : Kommo",
    );
  });
});

describe("the language of a text", () => {
  const portuguese =
    "Os dados da sua conta não são enviados para o nosso servidor, e você pode ver a lista de tarefas com as datas em que foram feitas. Para isso o usuário precisa ter uma permissão que o administrador dá ao time, e o time também.";

  it("is another one when its small words say so", () => {
    expect(guessOtherLanguage(portuguese, "es")).toBe("pt");
    expect(guessOtherLanguage(portuguese, "pt")).toBeNull();
  });

  it("is not guessed from a few words, nor for an unknown language", () => {
    expect(guessOtherLanguage("Os dados da sua conta", "en")).toBeNull();
    expect(guessOtherLanguage(portuguese, "xx")).toBeNull();
  });
});
