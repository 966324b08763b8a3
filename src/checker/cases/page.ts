import { unchanged, type CaseTable } from "./rule-case";
import { finding, seeing, seeingAllBut } from "./see";

const at = (line: number) => [{ file: "script.js", line, column: 5 }];
const onAmocrm = { brand: "amocrm" } as const;

/** What rules say of a running page, from evidence that is made up. */
export const pageCases: CaseTable = {
  KM510: {
    good: { "a page in which all is readable": seeing() },
    near: {
      "whatever else was seen": seeingAllBut("contrast"),
      "another brand": {
        ...seeing({ kind: "contrast" }),
        options: { ...seeing({ kind: "contrast" }).options, ...onAmocrm },
      },
    },
    bad: {
      "a text that is hard to read": finding(
        {
          kind: "contrast",
          subject: "#aaaaaa on #ffffff in the light theme",
          detail: 'p.acme "Note" has a contrast of 2.3, below 4.5',
        },
        {
          severity: "warning",
          file: null,
          message: "A text is hard to read in lcard.",
          found: '#aaaaaa on #ffffff in the light theme: p.acme "Note" has a contrast of 2.3, below 4.5',
        },
      ),
    },
  },
  KM602: {
    good: { "no error": seeing() },
    near: { "whatever else was seen": seeingAllBut("error") },
    bad: {
      "an error": finding(
        { kind: "error", subject: "x is not defined", places: at(4) },
        {
          severity: "note",
          file: "script.js",
          line: 4,
          message: "The widget throws an error in lcard of the emulator.",
          found: "x is not defined",
        },
      ),
    },
  },
  KM603: {
    good: { "no dialog": seeing() },
    near: {
      "whatever else was seen": seeingAllBut("dialog"),
      "a window that is opened": seeing({ kind: "dialog", subject: "open" }),
    },
    bad: {
      "an alert": finding(
        { kind: "dialog", subject: "alert", detail: "hello", areas: ["lcard", "settings"] },
        { severity: "error", message: "alert() stops the whole CRM in lcard and settings.", found: "hello" },
      ),
    },
  },
  KM605: {
    good: { "a quiet console": seeing() },
    near: {
      "whatever else was seen": seeingAllBut("console"),
      "a trace, which is another rule's": seeing({ kind: "console", subject: "console.trace" }),
    },
    bad: {
      "a line": finding(
        { kind: "console", subject: "console.log", detail: "hello", places: at(4) },
        {
          severity: "error",
          file: "script.js",
          line: 4,
          message: "console.log writes to the console in lcard.",
          found: "hello",
        },
      ),
      "a warning": finding(
        { kind: "console", subject: "console.warn" },
        { severity: "warning", message: "console.warn writes to the console in lcard." },
      ),
      "a line that the files show, once": {
        widget: (w) => w.script('    console.log("hello");'),
        options: seeing({ kind: "console", subject: "console.log", places: at(3) }).options ?? {},
        finds: [{ line: 3, message: "console.log is left in the code." }],
      },
    },
  },
  KM616: {
    good: { "as much as before": seeing() },
    near: { "whatever else was seen": seeingAllBut("growth") },
    bad: {
      "a listener more each time": finding(
        { kind: "growth", subject: "resize on window", detail: "2 more listeners", places: at(5) },
        {
          severity: "warning",
          line: 5,
          message: "With each visit there is more of what stays in lcard.",
          found: "resize on window: 2 more listeners",
        },
      ),
    },
  },
  KM702: {
    good: { "no script from elsewhere": seeing() },
    near: {
      "whatever else was seen": seeingAllBut("foreign-script"),
      "a library that define names": {
        widget: (w) =>
          w.replace(
            "script.js",
            '["jquery"]',
            '["jquery", "https://code.jquery.com/ui/1.13.2/jquery-ui.min.js"]',
          ),
        options: seeing({ kind: "foreign-script", subject: "code.jquery.com" }).options ?? {},
      },
    },
    bad: {
      "a host that no file names": finding(
        { kind: "foreign-script", subject: "cdn.acme.com", detail: "script: https://cdn.acme.com/a.js" },
        { severity: "error", message: "A script comes from cdn.acme.com, which no file names, in lcard." },
      ),
    },
  },
  KM707: {
    good: { "no request that holds the page": seeing() },
    near: { "whatever else was seen": seeingAllBut("synchronous") },
    bad: {
      "one that does": finding(
        { kind: "synchronous", subject: "/api/v4/leads", detail: "GET" },
        {
          severity: "error",
          message: "The page stands still until the server answers in lcard.",
          found: "GET /api/v4/leads",
        },
      ),
    },
  },
  KM711: {
    good: { "no foreign host": seeing() },
    near: {
      "whatever else was seen": seeingAllBut("foreign-request"),
      "the service that a file names": {
        widget: (w) => w.script('    $.get("https://api.acme.com/notes");'),
        options: seeing({ kind: "foreign-request", subject: "api.acme.com" }).options ?? {},
      },
      "a protocol that a setting's value brought along": seeing({
        kind: "foreign-request",
        subject: "https",
      }),
      "a host of which a file names a part, and one inside a long text": {
        widget: (w) =>
          w.script(
            `    $.get("https://" + account + ".kommo.com/api/v4/users"); var sheet = "${"b{}".repeat(9000)}i{src:url(//fonts.acme.com/a.woff)}";`,
          ),
        options:
          seeing(
            { kind: "foreign-request", subject: "127.kommo.com" },
            { kind: "foreign-request", subject: "fonts.acme.com" },
          ).options ?? {},
      },
    },
    bad: {
      "a host that no file names": finding(
        { kind: "foreign-request", subject: "pixel.acme.com", detail: "image: https://pixel.acme.com/a.png" },
        { severity: "warning", message: "pixel.acme.com, which no file names, is contacted in lcard." },
      ),
    },
  },
  KM801: {
    good: { "only its own places": seeing() },
    near: {
      "whatever else was seen": seeingAllBut("outside"),
      "a part of the card, which is for a person to look at": seeing({ kind: "interface" }),
    },
    bad: {
      "a part that is no interface": finding(
        { kind: "outside", subject: "main#page_holder", detail: "p was put into it", areas: ["everywhere"] },
        {
          severity: "warning",
          message: "A part of the CRM that is no interface of a widget's is changed in everywhere.",
          found: "main#page_holder: p was put into it",
        },
      ),
    },
  },
  KM802: {
    good: { "nothing covered": seeing() },
    near: { "whatever else was seen": seeingAllBut("cover") },
    bad: {
      "a layer": finding(
        {
          kind: "cover",
          subject: "div.acme",
          detail: "10 × 10 px over button",
          areas: ["a", "b", "c", "d", "e", "f"],
        },
        { severity: "warning", message: "Controls of the CRM are covered in a, b, c, d and 2 more areas." },
      ),
    },
  },
  KM803: {
    good: { "no bar": seeing() },
    near: { "whatever else was seen": seeingAllBut("bar") },
    bad: {
      "a bar": finding(
        { kind: "bar" },
        { severity: "warning", message: "Something lies along the bottom of the page in lcard." },
      ),
    },
  },
  KM804: {
    good: { "the menu as it is": seeing() },
    near: { "whatever else was seen": seeingAllBut("menu") },
    bad: {
      "an entry": finding(
        {
          kind: "menu",
          subject: "div#nav_menu",
          detail: "div was put into it",
          places: [{ file: "gone.js", line: 1, column: 1 }, ...at(6)],
        },
        {
          severity: "error",
          file: "script.js",
          line: 6,
          message: "The CRM's left menu is changed in lcard.",
          found: "div#nav_menu: div was put into it",
        },
      ),
      "one at a place that is none": finding(
        { kind: "menu", places: [{ file: "script.js", line: 9_999_999, column: 1 }] },
        { file: null, line: null, message: "The CRM's left menu is changed in lcard." },
      ),
    },
  },
  KM805: {
    good: { "no drop zone": seeing() },
    near: { "whatever else was seen": seeingAllBut("drop-zone") },
    bad: {
      "one over the menu": finding(
        { kind: "drop-zone" },
        { severity: "warning", message: "Something can be dropped on controls of the CRM in lcard." },
      ),
    },
  },
  KM806: {
    good: { "the window as it is": seeing() },
    near: { "whatever else was seen": seeingAllBut("trigger-window") },
    bad: {
      "something in it": finding(
        { kind: "trigger-window" },
        { severity: "error", message: "The window where the triggers of a pipeline are chosen is changed." },
      ),
    },
  },
  KM808: {
    good: { "Save at the bottom": seeing() },
    near: { "whatever else was seen": seeingAllBut("save") },
    bad: {
      "a field below it": finding(
        { kind: "save" },
        {
          severity: "warning",
          message: "In the settings window the Save button does not lie below all fields.",
        },
      ),
    },
  },
  KM810: {
    good: { "others as they are": seeing() },
    near: { "whatever else was seen": seeingAllBut("neighbour") },
    bad: {
      "one that is hidden": finding(
        { kind: "neighbour" },
        { severity: "error", message: "The block of another widget is changed in lcard." },
      ),
    },
  },
  KM811: {
    good: { "nothing that stays": seeing(), "a widget that was not run": unchanged },
    near: { "whatever else was seen": seeingAllBut("remains", "late-error") },
    bad: {
      "a node": finding(
        { kind: "remains", detail: "a node" },
        {
          severity: "error",
          message: "After the widget was switched off, a node of it is still there.",
          found: "div.acme",
        },
      ),
      "a style sheet": finding(
        { kind: "remains", subject: "link style.css", detail: "a style sheet" },
        {
          severity: "warning",
          message: "After the widget was switched off, a style sheet of it is still there.",
        },
      ),
      "an error": finding(
        { kind: "late-error", subject: "x is not defined" },
        {
          severity: "error",
          message: "After it was switched off, the widget throws an error.",
          found: "x is not defined",
        },
      ),
    },
  },
  KM901: {
    good: { "nothing pressed": seeing() },
    near: { "whatever else was seen": seeingAllBut("pressed") },
    bad: {
      "the button, pressed": finding(
        { kind: "pressed", subject: "button#acme" },
        { severity: "error", message: "The button for installing is pressed in the user's place in lcard." },
      ),
    },
  },
};
