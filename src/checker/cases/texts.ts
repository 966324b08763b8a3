import { emptyConfig } from "../config/check-config";
import { readListing } from "../config/listing";
import { unchanged, type CaseTable } from "./rule-case";
import type { SampleWidget } from "./sample-widget";

const en = "i18n/en.json";
const two = (w: SampleWidget, locale = "pt") =>
  w.manifest("widget.locale", ["en", locale]).copy(en, `i18n/${locale}.json`);
const describe = (text: string) => (w: SampleWidget) => w.i18n("en", "widget.description", text);
const name = (text: string) => (w: SampleWidget) => w.i18n("en", "widget.name", text);
const text = (value: string) => (w: SampleWidget) => w.i18n("en", "card.title", value);

const anyName = "The name in i18n/en.json uses a brand or a feature's name of the CRM's vendor.";
const anyText = "This text of the interface is not in the i18n files.";

export const textCases: CaseTable = {
  KM301: {
    good: { "a file for each language": { widget: (w) => two(w) } },
    near: { "a file more than listed": { widget: (w) => w.copy(en, "i18n/pt.json") } },
    bad: {
      "a listed language without its file": {
        widget: (w) => w.manifest("widget.locale", ["en", "pt"]),
        finds: [{ file: "manifest.json", line: 11, message: "i18n/pt.json is missing." }],
      },
    },
  },
  KM302: {
    good: { "as many files as languages": unchanged },
    near: { "a note in the folder": { widget: (w) => w.text("i18n/readme.txt", "x\n") } },
    bad: {
      "a file that nobody lists": {
        widget: (w) => w.copy(en, "i18n/ru.json"),
        finds: [{ file: "i18n/ru.json", message: "The manifest does not list the language ru." }],
      },
    },
  },
  KM303: {
    good: { "equal files": { widget: (w) => two(w) } },
    near: {
      "a comment for translators": { widget: (w) => two(w).i18n("en", "_comment", "Be short.") },
      "the same placeholder with blanks": {
        widget: (w) =>
          two(w).i18n("en", "card.title", "Due {date}").i18n("pt", "card.title", "Vence em { date }"),
      },
    },
    bad: {
      "a key and a group that one language lacks": {
        widget: (w) => two(w).i18n("pt", "card.title", undefined).i18n("pt", "settings", undefined),
        finds: [
          {
            file: "i18n/pt.json",
            line: 1,
            message: "The key settings is missing.",
            expected: "as in i18n/en.json",
          },
          { file: "i18n/pt.json", line: 8, column: 3, message: "The key card.title is missing." },
        ],
      },
      "a placeholder that is lost, and an empty text": {
        widget: (w) => two(w).i18n("en", "card.title", "Due {date}").i18n("pt", "settings.notes", " "),
        finds: [
          {
            file: "i18n/pt.json",
            line: 9,
            message: "The text settings.notes is empty.",
            severity: "warning",
          },
          {
            file: "i18n/pt.json",
            line: 12,
            severity: "warning",
            message: "The text card.title has other placeholders than in i18n/en.json.",
            found: "none",
            expected: "{date}",
          },
        ],
      },
    },
  },
  KM304: {
    good: { accents: { widget: text("Über señor não ışık") } },
    near: {
      "a unit, a sign, a smile": { widget: text("5 µm, 3 Ω, 😀") },
      "a language by its own name": { widget: text("Русский") },
      "a brand that the project allows": {
        widget: text("Яндекс via Acme"),
        options: {
          config: { ...emptyConfig, allowedWords: [{ word: "Яндекс", reason: "the brand's own spelling" }] },
        },
      },
      "Cyrillic in a Russian file": { widget: (w) => two(w, "ru").i18n("ru", "card.title", "Заметка") },
    },
    bad: {
      "a text that was not translated": {
        widget: text("Настройки"),
        finds: [
          {
            file: en,
            line: 12,
            message: "The text card.title holds letters of another alphabet.",
            found: "Настройки",
          },
        ],
      },
      "one Cyrillic letter among Latin ones": {
        widget: text("Nоte"),
        finds: [{ message: "The text card.title holds letters of another alphabet.", found: "Nоte" }],
      },
    },
  },
  KM305: {
    good: {
      "a translation": {
        widget: (w) =>
          two(w, "es")
            .i18n("es", "widget.description", "Guarda una nota corta al lado de cada lead.")
            .i18n("es", "widget.short_description", "Una nota por lead")
            .i18n("es", "widget.tour_description", "Escriba una nota y encuéntrela después.")
            .i18n("es", "card.failed", "No se pudo guardar la nota."),
      },
    },
    near: {
      "English in a Turkish file, which Kommo allows for half a year": { widget: (w) => two(w, "tr") },
      "a brand that is the same everywhere": {
        widget: (w) =>
          w
            .manifest("widget.locale", ["en", "es"])
            .text("i18n/es.json", '{ "widget": { "name": "Notes via Acme" } }\n'),
      },
    },
    bad: {
      "a copy of the English file": {
        widget: (w) => two(w, "es"),
        finds: [
          { file: "i18n/es.json", line: 3, message: "5 of 5 longer texts are the same as in i18n/en.json." },
        ],
      },
      "a text that a fix left to be translated": {
        widget: text("[untranslated] Note"),
        finds: [
          {
            file: en,
            line: 12,
            severity: "error",
            message: "The text card.title waits for its translation.",
          },
        ],
      },
      "Portuguese in the Spanish file": {
        widget: (w) =>
          w.manifest("widget.locale", ["es"]).text(
            "i18n/es.json",
            JSON.stringify({
              a: "Os dados da sua conta não são enviados para o nosso servidor, e você pode ver a lista de tarefas com as datas em que foram feitas. Para isso o usuário precisa ter uma permissão que o administrador dá ao time. Não se esqueça do seu código.",
            }),
          ),
        finds: [{ file: "i18n/es.json", message: "The texts look like pt, not like es." }],
      },
    },
  },
  KM306: {
    good: { "an international address": unchanged },
    near: {
      "words that only begin so": { widget: text("see acme.run and acme.rubrik") },
      "a Russian site in the Russian file": {
        widget: (w) => two(w, "ru").i18n("ru", "card.title", "acme.ru"),
      },
    },
    bad: {
      "an e-mail and the support site": {
        widget: (w) => text("help@acme.ru")(w).manifest("widget.support.link", "https://acme.ru/help"),
        finds: [
          {
            file: en,
            line: 12,
            message: "The text card.title names an address under .ru.",
            found: "help@acme.ru",
          },
          {
            file: "manifest.json",
            line: 14,
            message: "The support address lies under .ru, and the widget is offered in other languages.",
          },
        ],
      },
    },
  },
  KM307: {
    good: { "a page in the language": { widget: text("https://acme.com/en/help") } },
    near: {
      "a site that goes by the browser": { widget: text("https://acme.com/help") },
      "letters inside a word": { widget: text("https://acme.com/resort/ideas") },
    },
    bad: {
      "a page in another language": {
        widget: text('<a href="https://acme.com/ru/help">help</a>'),
        finds: [
          {
            file: en,
            line: 12,
            severity: "warning",
            message: "The link of card.title seems to lead to a page in ru.",
          },
        ],
      },
    },
  },
  KM308: {
    good: {
      "a link as the checklist shows it": {
        widget: describe(
          'See <a href="https://acme.com" target="_blank" referrerpolicy="no-referrer">acme.com</a>.',
        ),
      },
    },
    near: {
      "an address in the hint of a field": { widget: text("Example: https://acme.com") },
      "an e-mail": { widget: describe("Write to help@acme.com") },
      "a link that opens a program": {
        widget: describe(
          '<a href="tg://resolve?domain=acme_bot">Telegram</a>, <a href="skype:acme">Skype</a>',
        ),
      },
      "a pair of the CRM's that becomes a link": {
        widget: describe("Read #LINK#https://acme.com/en/start#/LINK# first."),
      },
    },
    bad: {
      "a bare address": {
        widget: describe("See https://acme.com."),
        finds: [
          {
            file: en,
            line: 4,
            severity: "error",
            message: "A web address stands bare in the description of i18n/en.json.",
            found: "https://acme.com",
          },
        ],
      },
      "a link without encryption and without a target": {
        widget: describe('<a href="http://acme.com">here</a>'),
        finds: [
          { severity: "warning", message: "A link of the description of i18n/en.json is not https." },
          {
            severity: "warning",
            message:
              'A link of the description of i18n/en.json lacks target="_blank" and referrerpolicy="no-referrer".',
          },
        ],
      },
    },
  },
  KM309: {
    good: { "words and simple markup": { widget: describe("<p><b>Notes</b> for <a href='#'>all</a></p>") } },
    near: {
      "the word in prose": { widget: text("A script is <b>not</b> needed") },
      "markup that is shown as text": { widget: text("&lt;script&gt;") },
    },
    bad: {
      "a script, a handler and an address that runs": {
        widget: (w) =>
          describe("<script>go()</script>")(w)
            .i18n("en", "card.title", '<img src=x onerror="go()">')
            .i18n("en", "card.failed", '<a href="javascript:go()">x</a>'),
        finds: [
          { line: 4, message: "The text widget.description holds active content.", found: "<script>" },
          { line: 12, message: "The text card.title holds active content." },
          { line: 13, message: "The text card.failed holds active content." },
        ],
      },
    },
  },
  KM310: {
    good: { "a short name": { widget: name("Calls via Acme") } },
    near: {
      "thirty characters": { widget: name("abcdefghij bcdefghij cdefghijk") },
      "an entity, which is one character": { widget: name("abcdefghij bcdefghij cdefg&amp;hij") },
    },
    bad: {
      "thirty-one characters": {
        widget: name("abcdefghij bcdefghij cdefghijkl"),
        finds: [
          { file: en, line: 3, message: "The name in i18n/en.json is too long.", found: "31 characters" },
        ],
      },
      "a word that cannot be broken": {
        widget: name("Calls/Messages&Notes via A"),
        finds: [
          {
            severity: "warning",
            message: "A word of the name in i18n/en.json is too long to be broken.",
            found: "Calls/Messages&Notes",
          },
        ],
      },
    },
  },
  KM311: {
    good: { "the maker behind via": unchanged },
    near: {
      "the maker behind by and a colon": { widget: name("Bot By: Acme") },
      "amoCRM, which asks for it only when the name is taken": {
        widget: name("Bot"),
        options: { brand: "amocrm" },
      },
    },
    bad: {
      "no maker": {
        widget: name("Chat"),
        finds: [
          {
            file: en,
            line: 3,
            severity: "error",
            message: "The name in i18n/en.json does not say who made the widget.",
          },
        ],
      },
      "a translated via": {
        widget: name("Chat vía Acme"),
        finds: [
          {
            severity: "warning",
            message: 'The name in i18n/en.json names its maker, but not with "via" or "by".',
          },
        ],
      },
    },
  },
  KM312: {
    good: { "a name of one's own": unchanged },
    near: {
      "words that only begin alike": { widget: name("Kommode amor via Acme") },
      "a feature's name inside a longer one": { widget: name("Salesbot helper via Acme") },
    },
    bad: {
      "the vendor's name": {
        widget: name("Kommo Forms via Acme"),
        finds: [
          {
            line: 3,
            message: "The name in i18n/en.json uses a brand or a feature's name of the CRM's vendor.",
            found: "Kommo",
          },
        ],
      },
      "a part of it": { widget: name("amoForms"), finds: [{ message: anyName, found: "amoForms" }] },
      "a feature's name alone": {
        widget: name("Salesbot via Acme"),
        finds: [{ message: anyName, found: "salesbot" }],
      },
    },
  },
  KM313: {
    good: { "a short teaser": unchanged },
    near: {
      "fifty characters": { widget: (w) => w.i18n("en", "widget.short_description", "a".repeat(50)) },
      "amoCRM, which has no limit": {
        widget: (w) => w.i18n("en", "widget.short_description", "a".repeat(80)),
        options: { brand: "amocrm" },
      },
    },
    bad: {
      "fifty-one characters": {
        widget: (w) => w.i18n("en", "widget.short_description", "a".repeat(51)),
        finds: [
          {
            file: en,
            line: 5,
            message: "The teaser in i18n/en.json is too long. An older page allowed 60.",
            found: "51 characters",
          },
        ],
      },
      "sixty-one characters": {
        widget: (w) => w.i18n("en", "widget.short_description", "a".repeat(61)),
        finds: [{ message: "The teaser in i18n/en.json is too long." }],
      },
    },
  },
  KM314: {
    good: { "a short description": unchanged },
    near: {
      "400 characters and markup": { widget: describe(`<p>${"a".repeat(200)}</p><p>${"b".repeat(199)}</p>`) },
      "a long one, when the form has a short one": {
        widget: describe("a".repeat(500)),
        options: { listing: listing({}) },
      },
    },
    bad: {
      "401 characters": {
        widget: describe("a".repeat(401)),
        finds: [
          {
            file: en,
            line: 4,
            message: "The description in i18n/en.json is too long.",
            found: "401 characters without markup",
          },
        ],
      },
    },
  },
  KM315: {
    good: { "a price with its currency": { widget: describe("The price is 5 USD a month.") } },
    near: { "a number that is no price": { widget: describe("Up to 5 notes beside every lead.") } },
    bad: {
      "a price without one": {
        widget: describe("It costs 5 a month."),
        finds: [
          {
            file: en,
            line: 4,
            severity: "warning",
            message: "The description in i18n/en.json names a price without its currency.",
          },
        ],
      },
      "no way to get help after the installation": {
        widget: (w) => w,
        options: { listing: listing({ installedDescription: "Open a lead." }) },
        finds: [
          {
            file: null,
            message: "The text after the installation in listing.json (en) names no way to get help.",
          },
        ],
      },
    },
  },
  KM316: {
    good: { "the name as it is": { widget: text("your Kommo account, or amoCRM") } },
    near: {
      "addresses and names in code": { widget: text("acme.kommo.com, @kommo, kommo_notes, help@kommo.com") },
    },
    bad: {
      "small letters, and three words of one": {
        widget: (w) => text("your kommo account")(w).i18n("en", "card.failed", "Your AMO CRM account"),
        finds: [
          {
            file: en,
            line: 12,
            message: "The text card.title spells Kommo wrong.",
            found: "kommo",
            expected: "Kommo",
          },
          { file: en, line: 13, message: "The text card.failed spells amoCRM wrong.", found: "AMO CRM" },
        ],
      },
    },
  },
  KM317: {
    good: { "a form that says the same": { widget: (w) => w, options: { listing: listing({}) } } },
    near: {
      "white space": { widget: (w) => w, options: { listing: listing({ name: " Notes  via Acme " }) } },
    },
    bad: {
      "another name": {
        widget: (w) => w,
        options: { listing: listing({ name: "Memos via Acme" }) },
        finds: [
          {
            file: en,
            line: 3,
            severity: "error",
            message: "The text name differs from that of listing.json (en).",
            expected: "Memos via Acme",
          },
        ],
      },
      "another language": {
        widget: (w) => two(w, "es"),
        options: { listing: listing({}) },
        finds: [
          {
            file: null,
            message: "The form has other languages than the archive.",
            found: "es is missing in the form",
          },
        ],
      },
    },
  },
  KM318: {
    good: {
      "a failure that is shown": {
        widget: (w) => w.script("    $.post(u, d).done(ok).fail(self.showError);"),
      },
    },
    near: {
      "a promise that is handed on": {
        widget: (w) => w.script("    self.load = function () { return $.ajax({ url: u }); };"),
      },
      "one handler for all": {
        widget: (w) => w.script("    $(document).ajaxError(self.showError);\n    $.get(u, ok);"),
      },
      "a catch that says why it is empty": {
        widget: (w) => w.script("    try { go(); } catch (e) { /* telemetry only */ }"),
      },
      "a value that may be missing or no JSON, with another in its place": {
        widget: (w) =>
          w.script(
            '    var fields = [], all; try { fields = JSON.parse(self.params.fields || "[]"); } catch (e) {}\n    try { all = APP.constant("widgets").all[code].active; } catch (e) {}',
          ),
      },
      "a request whose answer nobody waits for, in a try that speaks": {
        widget: (w) =>
          w.script('    try { $.ajax({ url: u, method: "POST", data: d }); } catch (e) { warn(e); }'),
      },
    },
    bad: {
      "a request of which nobody hears, and a catch that swallows": {
        widget: (w) => w.script("    $.post(u, d, ok);\n    try { go(); } catch (e) {}"),
        finds: [
          {
            file: "script.js",
            line: 3,
            column: 5,
            message: "The failure of this request is told to nobody.",
          },
          { file: "script.js", line: 4, column: 19, message: "This catch block swallows the error." },
        ],
      },
      "an answer that is waited for in a try, and a catch that swallows what was written": {
        widget: (w) =>
          w.script(
            "    try { $.get(u, show); } catch (e) { warn(e); }\n    try { card = JSON.parse(text); save(card); } catch (e) {}",
          ),
        finds: [
          { line: 3, message: "The failure of this request is told to nobody." },
          { line: 4, message: "This catch block swallows the error." },
        ],
      },
    },
  },
  KM319: {
    good: {
      "a text from the i18n file": {
        widget: (w) => w.script('    $(".acme").text(self.i18n("card").title);'),
      },
    },
    near: {
      "a selector and markup without words": {
        widget: (w) => w.script('    $(".acme").append("<div class=\\"acme_notes__row wide\\"></div>");'),
      },
      "a text for the developer": {
        widget: (w) => w.script('    console.debug("Synchronised with the server");'),
      },
      "a template without prose": {
        widget: (w) =>
          w.text("a.twig", "<p class='a'>{{ title }} %</p>\n").script('    self.load("/a.twig");'),
      },
      "a page that nothing loads": { widget: (w) => w.text("about.html", "<p>Save changes now</p>\n") },
      "a style and a comment in markup": {
        widget: (w) =>
          w.script(
            '    $(".acme").html("<!-- Save changes now --><style>.acme_notes b, .acme_notes i { margin: 0 }</style><b></b>");',
          ),
      },
    },
    bad: {
      "an English sentence, and a fallback": {
        widget: (w) =>
          w.script(
            '    $(".acme").html("<b>Save changes now</b>");\n    $(".acme").text(self.i18n("a") || "Save it now");',
          ),
        finds: [
          { file: "script.js", line: 3, severity: "warning", message: anyText, found: "Save changes now" },
          { file: "script.js", line: 4, severity: "note", message: anyText, found: "Save it now" },
        ],
      },
      "a sentence in a template": {
        widget: (w) =>
          w.text("a.twig", "<p>\n  Save changes now\n</p>\n").script('    self.load("/a.twig");'),
        finds: [{ file: "a.twig", line: 1, message: anyText, found: "Save changes now" }],
      },
    },
  },
  KM321: {
    good: { dollars: { widget: text("$10 a month") } },
    near: { "roubles beside dollars": { widget: text("$10 (990 ₽) a month") } },
    bad: {
      "roubles only": {
        widget: text("990 ₽ a month"),
        finds: [
          {
            file: en,
            line: 12,
            message: "The text card.title gives a price in roubles only.",
            found: "990 ₽",
          },
        ],
      },
    },
  },
  KM322: {
    good: { "a trial": { widget: text("7-day trial") } },
    near: {
      "a free product": { widget: text("The widget is free, days pass.") },
      "a free product with an open source, in Russian": {
        widget: text("Бесплатная телефония с открытым исходным кодом"),
      },
    },
    bad: {
      "licences through a partner, and a trial called free": {
        widget: (w) =>
          text("Ask our partner for a licence discount")(w).i18n(
            "en",
            "card.failed",
            "It is free for 7 days",
          ),
        options: { brand: "amocrm" },
        finds: [
          { file: en, line: 12, message: "The text card.title speaks of subscriptions through partners." },
          { file: en, line: 13, message: "The text card.failed calls a trial free.", severity: "warning" },
        ],
      },
      "the CRM for sale": {
        widget: text("Buy Kommo from us"),
        finds: [{ message: "The text card.title offers the CRM itself for sale." }],
      },
    },
  },
};

function listing(change: Record<string, unknown>) {
  const texts = {
    name: "Notes via Acme",
    shortDescription: "A note beside every lead",
    description: "Keeps a short note beside every lead, so that nobody has to search for it.",
    installedDescription: "Open a lead and write. Help: help@acme.com",
    ...change,
  };
  return readListing(JSON.stringify({ locales: { en: texts } }), () => new Map());
}
