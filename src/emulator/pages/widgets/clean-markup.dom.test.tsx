import { describe, expect, it } from "vitest";
import { cleanMarkup, readDescriptionMarkup } from "./clean-markup";

const write = (read: typeof cleanMarkup, html: string) => {
  const holder = document.createElement("div");
  holder.append(read(window as Window & typeof globalThis, html));
  return holder.innerHTML;
};

describe("markup in messages", () => {
  it.each([
    ["plain", "plain"],
    ["<p>a <b>b</b><br>c</p>", "<p>a <b>b</b><br>c</p>"],
    ["<h1>Big</h1><table><tr><td>x</td></tr></table>", "Bigx"],
    ['<p style="color:red" class="x">a</p>', "<p>a</p>"],
    [
      '<a href="https://a.example/?b=1">a</a>',
      '<a href="https://a.example/?b=1" target="_blank" rel="noreferrer">a</a>',
    ],
    ['<a href="javascript:x()">a</a>', "<a>a</a>"],
    ["<style>p{}</style><script>x()</script>a", "a"],
  ])("%j becomes %j", (html, clean) => {
    expect(write(cleanMarkup, html)).toBe(clean);
  });
});

describe("markup of a description", () => {
  it.each([
    ['<label class="x"><input type="checkbox" id="privacy"> I agree</label>', null],
    ['<p style="color: red">a</p>', null],
    ['<b onclick="x()">a</b>', "<b>a</b>"],
    ['<a href="javascript:x()">a</a>', "<a>a</a>"],
    ["a<script>x()</script><object data='https://a.example'></object>", "a"],
  ])("%j is kept but for what runs", (html, clean) => {
    expect(write(readDescriptionMarkup, html)).toBe(clean ?? html);
  });
});
