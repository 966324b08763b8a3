import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEncodingFault } from "./find-encoding-fault";

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("the encoding of a text file", () => {
  it.each([
    ["UTF-16, little end first", Buffer.from("\uFEFFa", "utf16le"), "is encoded as UTF-16", 1],
    ["UTF-16, big end first", Buffer.from("\uFEFFa", "utf16le").swap16(), "is encoded as UTF-16", 1],
    [
      "UTF-16 without a mark",
      Buffer.from("a\nb", "utf16le"),
      "holds a NUL byte, as binary files and UTF-16 do",
      1,
    ],
    ["a byte order mark", Buffer.from("\uFEFFa"), "begins with a byte order mark (BOM)", 1],
    ["a NUL byte in line 3", Buffer.from("a\nb\n\0"), "holds a NUL byte, as binary files and UTF-16 do", 3],
    ["Latin-1 in line 2", latin1("a\nmañana\n"), "holds bytes that are not UTF-8", 2],
    ["Latin-1 in the last line", latin1("a\nb\né"), "holds bytes that are not UTF-8", 3],
  ])("is refused when there is %s", (_, bytes, found, line) => {
    expect(findEncodingFault(bytes)).toEqual({ found, line });
  });

  it("is fine for everything else that is UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
        expect(findEncodingFault(Buffer.from(text))).toBeNull();
      }),
    );
  });

  it("never fails on any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void findEncodingFault(bytes)));
  });
});
