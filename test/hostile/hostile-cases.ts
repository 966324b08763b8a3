/** One widget that breaks something, and what the report says of it. */
export interface HostileCase {
  readonly name: string;
  /** Before `define`, inside the constructor, or in place of callbacks, as source. */
  readonly top?: string;
  readonly body?: string;
  readonly callbacks?: string;
  /** What is driven after the page stands; `window.emulator` runs it. */
  readonly drive?: "openSettings" | "saveSettings" | "select" | "openCardTab";
  /** Of the entries in `errors`, what this one's message matches. */
  readonly message: string | RegExp;
  /** The widget that the entry lays it to, "hostile" where it can be known. */
  readonly widget?: string | null;
}

const lost = "The widget hostile has taken the CRM's own elements out of the page: load the page again.";
const stuck = (where: string) =>
  `The page has not answered for 5 seconds, ${where}: an endless loop, or code that takes as long.`;
const changes = (name: string) =>
  `The widget changes ${name} for the whole page: the CRM and every other widget stand on it.`;
const render = (source: string) => `render: function () { ${source} return true; },`;
const unreadable = "{ get: function () { throw new Error('no reading'); } }";

/** The page stands still: nothing of it can tell. */
export const stuckCases: readonly HostileCase[] = [
  {
    name: "loops at the top of script.js",
    top: "while (true) {}",
    message: stuck("while script.js of hostile is run"),
  },
  {
    name: "loops in its constructor",
    body: "while (true) {}",
    message: stuck("while the module of script.js is made"),
  },
  { name: "loops in render", callbacks: render("while (true) {}"), message: stuck("in the callback render") },
  {
    name: "loops in settings",
    callbacks: "settings: function () { while (true) {} },",
    drive: "openSettings",
    message: stuck("in the callback settings"),
  },
  {
    name: "loops in a timer",
    callbacks: render("setTimeout(function () { while (true) {} }, 300);"),
    message: stuck("in what a timer or an event called; widgets here: hostile"),
  },
];

export const leavingCases: readonly HostileCase[] = [
  {
    name: "loads the page again in render",
    callbacks: render("location.reload();"),
    message: "The widget loads the page again, in render, while nobody has pressed anything.",
  },
  {
    name: "goes to another page in render",
    callbacks: render("location.href = '/contacts/list/?n=' + Math.random();"),
    message:
      /^The widget sends the page to http:\/\/127\.0\.0\.1:\d+\/contacts\/list\/\?n=[\d.]+, in render, while nobody has pressed anything\.$/,
  },
  {
    name: "loads the page again from a timer",
    callbacks: render("setTimeout(function () { location.reload(); }, 50);"),
    message: "The widget loads the page again, while nobody has pressed anything.",
  },
];

export const emptyingCases: readonly HostileCase[] = [
  { name: "removes the body", callbacks: render("document.body.remove();"), message: lost },
  { name: "empties the body", callbacks: render("document.body.innerHTML = '';"), message: lost },
  {
    name: "replaces the html element",
    callbacks: render("document.documentElement.replaceWith(document.createElement('html'));"),
    message: lost,
  },
  { name: "writes after the load", callbacks: render("document.write('<p>Mine</p>');"), message: lost },
  { name: "opens the document", callbacks: render("document.open();"), message: lost },
  {
    name: "opens the document later",
    callbacks: render("setTimeout(function () { document.open(); }, 300);"),
    message: lost,
  },
];

/** What others stand on is replaced or broken; the page goes on. */
export const breakingCases: readonly HostileCase[] = [
  ...["setTimeout", "setInterval", "fetch", "requestAnimationFrame", "Promise", "XMLHttpRequest"].map(
    (name) => ({
      name: `replaces ${name}`,
      callbacks: render(`window.${name} = function () { throw new Error('mine'); };`),
      message: changes(name),
    }),
  ),
  ...[
    "JSON.parse",
    "JSON.stringify",
    "Array.prototype.map",
    "Array.prototype.push",
    "Promise.prototype.then",
  ].map((name) => ({
    name: `breaks ${name}`,
    callbacks: render(`${name} = function () { return undefined; };`),
    message: `${changes(name)} It does not do what the language says, so the browser's own is back.`,
  })),
  {
    name: "replaces Array.prototype.map by one that works",
    callbacks: render(
      "Array.prototype.map = function (f) { var all = []; for (var i = 0; i < this.length; i++) all.push(f(this[i], i, this)); return all; };",
    ),
    message: changes("Array.prototype.map"),
  },
  {
    name: "puts a getter in the place of fetch",
    callbacks: render(
      "Object.defineProperty(window, 'fetch', { get: function () { throw new Error('mine'); } });",
    ),
    message: changes("fetch"),
  },
  {
    name: "replaces setTimeout at the top of script.js",
    top: "window.setTimeout = function () {};",
    message: changes("setTimeout"),
  },
  {
    name: "freezes the body",
    callbacks: render("Object.freeze(document.body);"),
    message: changes("document.body (frozen)"),
  },
  {
    name: "has callbacks that cannot be read",
    body: `this.callbacks = new Proxy({}, ${unreadable});`,
    message: "no reading",
  },
  {
    name: "has a getter for a callback",
    body: "Object.defineProperty(this.callbacks, 'render', { get: function () { throw new Error('no reading'); } });",
    message: "no reading",
  },
  {
    name: "is a proxy",
    body: `return new Proxy(self, ${unreadable});`,
    message: "no reading",
  },
  {
    name: "answers render with a then that throws",
    callbacks: "render: function () { return { get then() { throw new Error('no reading'); } }; },",
    message: "no reading",
  },
  {
    name: "never settles the promise of render",
    callbacks: "render: function () { return new Promise(function () {}); },",
    message: "The promise of render has not settled within 5 seconds: the CRM goes on without its answer.",
  },
  {
    name: "leaves fields that are no JSON",
    callbacks: "onSave: function (event) { event.fields.self = event.fields; return true; },",
    drive: "saveSettings",
    message: /^onSave leaves fields that are no JSON: Converting circular structure to JSON/,
  },
  {
    name: "leaves fields that cannot be read",
    callbacks:
      "onSave: function (event) { Object.defineProperty(event.fields, 'x', { enumerable: true, get: function () { throw new Error('no reading'); } }); return true; },",
    drive: "saveSettings",
    message: "onSave leaves fields that are no JSON: no reading",
  },
  {
    name: "never settles onSave",
    callbacks: "onSave: function () { return new Promise(function () {}); },",
    drive: "saveSettings",
    message: "The promise of onSave has not settled within 10 seconds: the CRM goes on without its answer.",
  },
  {
    name: "answers with products that cannot be read",
    callbacks: `loadPreloadedData: function () { return Promise.resolve([new Proxy({}, ${unreadable})]); },`,
    drive: "openCardTab",
    message: "no reading",
  },
  ...(
    [
      ["null", "null", "null"],
      ["a text", "'words'", "words"],
      ["a frozen object", "Object.freeze({})", "[object Object]"],
      [
        "an object whose toString throws",
        "{ toString: function () { throw new Error('no'); } }",
        "[object Object]",
      ],
      ["a proxy", `new Proxy({}, ${unreadable})`, "something that cannot be read"],
      ["a message of 50 MB", "new Error('x'.repeat(50000000))", `${"x".repeat(1999)}…`],
      ["a text of 50 MB", "'x'.repeat(50000000)", `${"x".repeat(1999)}…`],
    ] as const
  ).map(([name, thrown, message]) => ({
    name: `throws ${name}`,
    callbacks: render(`throw ${thrown};`),
    message,
  })),
  {
    name: "throws nothing that is an error in a handler",
    callbacks: render("setTimeout(function () { throw null; });"),
    message: "Uncaught null",
  },
];
