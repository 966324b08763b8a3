import { unchanged, type CaseTable } from "./rule-case";
import type { SampleWidget } from "./sample-widget";

const script = (line: string) => (w: SampleWidget) => w.script(`    ${line}`);
// Put together, so that a scanner of this repository does not take them for real ones.
const hex = "9f86d081884c7d65".repeat(4);
const google = `AI${"za"}${"SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q".padEnd(35, "x")}`;
const signed = [`ey${"JhbGciOiJIUzI1NiJ9"}`, "eyJzdWIiOiIxMjM0NTY3ODkwIn0", "dozjgNryP4J3jVmNHl0w5N"].join(
  ".",
);

export const securityCases: CaseTable = {
  KM1002: {
    good: { "nothing secret": unchanged },
    near: {
      "the integration's id": { widget: script('var client_id = "8b5c3a7e-1111-4222-8333-944455556666";') },
      "a check sum of a library": { widget: script(`var integrity = "sha384-${"aB3".repeat(20)}";`) },
      "a picture": { widget: script(`var token = "data:image/png;base64,${"iVBORw0KGgo".repeat(9)}";`) },
      "a long name": { widget: script('var tokenLabel = "settings_integration_token_field_label_1";') },
      "a header whose token comes from elsewhere": {
        widget: script(
          'send({ Authorization: "Bearer " + token }); send(`Bearer ${self.access_token_of_user}`);',
        ),
      },
      "words after the word": {
        widget: script('tell("Bearer tokens are made in the settings"); tell("Basic authentication");'),
      },
      "a state in an address": {
        widget: script(
          'open("/leads?page_token_count=2&sort=created_at&filter_state_of_the_leads=won_and_not_lost_1");',
        ),
      },
      "colours in a row": { widget: script(`var palette = "${"ff0000".repeat(12)}";`) },
    },
    bad: {
      "a key by its name, by its look, and a token in a text": {
        widget: (w) =>
          w
            .script(`    var secret_key = "${hex}";\n    load("${google}");`)
            .i18n("en", "card.title", signed)
            .text("a.twig", `<a href="?t=${signed}">`),
        finds: [
          { file: "a.twig", line: 1, message: "The file holds a signed token." },
          { file: "i18n/en.json", line: 12, message: "The file holds a signed token." },
          { file: "script.js", line: 3, message: "The file holds a secret.", found: "9f86… (64 characters)" },
          { file: "script.js", line: 4, message: "The file holds a Google key.", severity: "error" },
        ],
      },
      "the log-in of a service in a header, told once, and a key in an address": {
        widget: (w) =>
          w.script(
            `    var headers = { Authorization: "Bea${"rer tzx2jrfx"}x6cdhxafcb6g1, User 12" };\n    again({ Authorization: "Bea${"rer tzx2jrfx"}x6cdhxafcb6g1, User 12" });\n    $.get("/ip?id=1&my_secret=${"8965ghub"}b877y9cnghgfh7y5tctgy5tbfcfc87");`,
          ),
        finds: [
          {
            line: 3,
            message: "The file holds the credentials of a service.",
            found: "Bear… (37 characters)",
          },
          { line: 5, message: "The file holds a secret." },
        ],
      },
    },
  },
  KM1003: {
    good: { "the one-time token": { widget: script('self.$authorizedAjax({ url: "/notes" });') } },
    near: {
      "a key of another service": { widget: script("send({ api_key: self.get_settings().api_key });") },
    },
    bad: {
      "the hash, the key, and the old names": {
        widget: (w) =>
          w.script(
            '    var hash = self.system().amohash;\n    var key = APP.constant("user").api_key;\n    login({ USER_HASH: hash });',
          ),
        finds: [
          {
            line: 3,
            column: 16,
            message: "This reads the user's old hash or key.",
            found: "this.system().amohash",
          },
          { line: 4, message: "This reads the user's old hash or key.", found: "APP.constant().api_key" },
          { line: 5, message: "This is the name of the old way to log in." },
        ],
      },
    },
  },
  KM1004: {
    good: { "the state of a view": { widget: script('localStorage.setItem("acme_tab", "2");') } },
    near: {
      "a word that only holds one": {
        widget: script('localStorage.setItem("keyboard", "1"); sessionStorage.tokens_seen_count = 2;'),
      },
      "a key in the body": { widget: script('$.post("/api/v4/x", { token: t });') },
    },
    bad: {
      "a token in a store, an address in a cookie, a key in an address": {
        widget: (w) =>
          w.script(
            '    localStorage.accessToken = t;\n    document.cookie = "email=" + mail;\n    $.get("https://api.acme.com/?api_key=" + key);\n    window.sessionStorage.setItem("user_phone", p);',
          ),
        finds: [
          { line: 3, message: '"accessToken" is kept in the browser.', severity: "warning" },
          { line: 4, message: '"email" is kept in the browser.' },
          { line: 5, message: "The address carries api_key." },
          { line: 6, message: '"user_phone" is kept in the browser.' },
        ],
      },
    },
  },
};
