import { expect, it } from "vitest";
import { toPlainText } from "./plain-text";

it.each([
  ["<p>Call <b>back</b></p><p>now</p>", "Call back now"],
  ["a &lt;b&gt; &amp; c", "a <b> & c"],
  ["<script>x", "x"],
])("%j reads %j", (markup, text) => {
  expect(toPlainText(markup)).toBe(text);
});
