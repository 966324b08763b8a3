import { emptyConfig } from "../config/check-config";
import { unchanged, type CaseTable } from "./rule-case";
import type { SampleWidget } from "./sample-widget";

const field =
  (code: string, label: string, type = "text") =>
  (w: SampleWidget) =>
    w
      .manifest(`settings.${code}`, { name: "settings.asked", type, required: true })
      .i18n("en", "settings.asked", label);
const onSave = (body: string) => (w: SampleWidget) =>
  w.replace(
    "script.js",
    "onSave: function () {\n        return true;\n      }",
    `onSave: function (given) {\n        ${body}\n      }`,
  );

const anyInstall = "This presses the button for installing in the user's place.";

export const settingsCases: CaseTable = {
  KM901: {
    good: { "no click but the user's": unchanged },
    near: {
      "a listener": {
        widget: (w) => w.script('    $(".js-widget-install").click(function () { go(); }).on("click", go);'),
      },
      "an event of the host": {
        widget: (w) => w.script('    $(".js-widget-install").trigger("button:save:error");'),
      },
    },
    bad: {
      "a click by jQuery, by the page, through a name": {
        widget: (w) =>
          w.script(
            '    $(".modal").find(".js-widget-install").first().click();\n    document.querySelector(".js-widget-uninstall").click();\n    var button = $(".install-widget__button"); button.trigger("click.acme");',
          ),
        finds: [
          { file: "script.js", line: 3, column: 5, message: anyInstall, severity: "error" },
          { line: 4, message: anyInstall },
          { line: 5, column: 48, message: anyInstall },
        ],
      },
      "the button that is named by the widget's code": {
        widget: (w) => w.script('    $("button#acme_notes").click();'),
        options: { config: { ...emptyConfig, code: "acme_notes" } },
        finds: [{ line: 3, message: anyInstall }],
      },
    },
  },
  KM902: {
    good: { "no click at all": unchanged },
    near: {
      "a widget with nothing to set": {
        widget: (w) => w.script('    $(".js-widget-save").trigger("click");'),
      },
    },
    bad: {
      "fields that the user fills in": {
        widget: (w) => field("list", "List")(w).script('    $("#save_" + self.code).trigger("click");'),
        finds: [
          {
            file: "script.js",
            line: 3,
            message: 'This presses Save in the user\'s place, and there is "list" to set.',
          },
        ],
      },
    },
  },
  KM903: {
    good: {
      "a promise, with a look at active": {
        widget: onSave('if (given.active === "N") return true; return $.post(u, given.fields).then(ok);'),
      },
    },
    near: {
      "no server at all": unchanged,
      "a request elsewhere": { widget: (w) => w.script("    $.post(u, d);") },
      "a look at the switch of the window": {
        widget: onSave(
          'if ($("#widget_active__sw").prop("checked")) return $.post(u, given.fields).then(ok);',
        ),
      },
    },
    bad: {
      "true before the answer": {
        widget: onSave("$.post(u, given.fields); return true;"),
        finds: [
          {
            file: "script.js",
            line: 30,
            column: 7,
            message: "onSave says true before it knows whether the request went well.",
          },
          { line: 30, message: "onSave does not look whether the widget is being switched off." },
        ],
      },
    },
  },
  KM904: {
    good: { "no login at all": unchanged },
    near: {
      "another service's key, hidden": { widget: field("token", "Acme API key", "pass") },
      "a login of telephones": { widget: field("sip", "Phone login", "users_lp") },
      "a word that holds the vendor's": { widget: field("list", "Amount of keywords") },
    },
    bad: {
      "the CRM's password": {
        widget: field("password", "amoCRM password", "pass"),
        finds: [
          {
            file: "manifest.json",
            line: 37,
            column: 5,
            severity: "error",
            message: 'The field "password" asks for access to the CRM itself.',
            found: "amoCRM password",
          },
        ],
      },
      "the hash, and a login beside the subdomain": {
        widget: (w) => field("login", "Login")(field("subdomain", "Address")(field("hash", "Code")(w))),
        finds: [
          { message: 'The field "hash" asks for access to the CRM itself.' },
          { message: 'The field "login" asks for access to the CRM itself.' },
        ],
      },
      "a key that is shown while it is typed": {
        widget: field("api_key", "Acme key"),
        finds: [
          {
            severity: "warning",
            message: 'The field "api_key" asks for a secret, and shows it while it is typed.',
          },
        ],
      },
    },
  },
  KM905: {
    good: {
      "a note with the policy": {
        widget: (w) =>
          w
            .script('    self.$authorizedAjax({ url: "https://api.acme.com/notes" });')
            .i18n("en", "card.title", "See our privacy policy"),
        options: { brand: "amocrm" },
      },
    },
    near: {
      "no host but the CRM": {
        widget: (w) => w.script('    $.get("https://www.amocrm.ru/api");'),
        options: { brand: "amocrm" },
      },
      "places to read on, a picture, a library, a sample, a developer's own": {
        widget: (w) =>
          w
            .script(
              `    $(".acme").append('<a class="acme" href="https://t.me/acme">us</a><img src="https://acme.com/a.png">');
    $.getScript("https://cdn.jsdelivr.net/npm/acme@4/acme.js"); self.crm_post("https://example.com/", {}); require(["https://acme.com/app.js?v=2"]); new URL("http://a"); link.href = "https://acme.com/a.css";
    tell("Set the address, as in https://export.acme.com"); $.get("http://localhost:8080/"); $.get("https://your-domain.example/");`,
            )
            .text(
              "lib/react.min.js",
              'var url = "https://reactjs.org/docs/error-decoder.html?invariant=" + code;',
            ),
        options: { brand: "amocrm" },
      },
    },
    bad: {
      "an outside host that no text tells of": {
        widget: (w) => w.script('    self.$authorizedAjax({ url: "https://api.acme.com/notes" });'),
        options: { brand: "amocrm" },
        finds: [
          { file: "script.js", line: 3, message: "Data goes to api.acme.com, and no text tells of it." },
        ],
      },
    },
  },
};
