export type Callable = (...args: unknown[]) => unknown;

/** Calls a function as its method once; gives what came of it as a text. Throws where the function does. */
export type Sample = (method: Callable) => string;

const self = () => [1, 2, 3];
const isOdd = (value: unknown) => Number(value) % 2 === 1;
const add = (sum: unknown, value: unknown) => Number(sum) + Number(value);

/** One call that tells whether a method does what the language says: `this` and the arguments. */
const calls: Readonly<Record<string, () => readonly [unknown, ...unknown[]]>> = {
  "Array.from": () => [Array, self()],
  "Array.isArray": () => [Array, []],
  "Array.prototype.concat": () => [self(), [4]],
  "Array.prototype.every": () => [self(), isOdd],
  "Array.prototype.filter": () => [self(), isOdd],
  "Array.prototype.find": () => [self(), isOdd],
  "Array.prototype.findIndex": () => [self(), isOdd],
  "Array.prototype.flat": () => [[self()]],
  "Array.prototype.flatMap": () => [self(), () => [0]],
  "Array.prototype.includes": () => [self(), 2],
  "Array.prototype.indexOf": () => [self(), 2],
  "Array.prototype.join": () => [self(), "-"],
  "Array.prototype.map": () => [self(), isOdd],
  "Array.prototype.pop": () => [self()],
  "Array.prototype.push": () => [self(), 4],
  "Array.prototype.reduce": () => [self(), add, 0],
  "Array.prototype.reverse": () => [self()],
  "Array.prototype.shift": () => [self()],
  "Array.prototype.slice": () => [self(), 1],
  "Array.prototype.some": () => [self(), isOdd],
  "Array.prototype.sort": () => [[3, 1, 2]],
  "Array.prototype.splice": () => [self(), 1, 1],
  "Array.prototype.unshift": () => [self(), 0],
  "JSON.parse": () => [null, '{"a":[1]}'],
  "JSON.stringify": () => [null, { a: [1] }],
  "Object.assign": () => [Object, {}, { a: 1 }],
  "Object.entries": () => [Object, { a: 1 }],
  "Object.fromEntries": () => [Object, [["a", 1]]],
  "Object.keys": () => [Object, { a: 1 }],
  "Object.values": () => [Object, { a: 1 }],
  "Promise.all": () => [Promise, []],
  "Promise.race": () => [Promise, []],
  "Promise.resolve": () => [Promise, 1],
  "Promise.prototype.then": () => [settled(), isOdd],
  "Promise.prototype.catch": () => [settled(), isOdd],
  "Promise.prototype.finally": () => [settled(), isOdd],
  "String.prototype.includes": () => ["abc", "b"],
  "String.prototype.indexOf": () => ["abc", "b"],
  "String.prototype.replace": () => ["abc", "b", "d"],
  "String.prototype.slice": () => ["abc", 1],
  "String.prototype.split": () => ["abc", "b"],
  "String.prototype.startsWith": () => ["abc", "a"],
  "String.prototype.trim": () => [" abc "],
};

/** Gives the sample of a function by its full name; undefined where one call says nothing. */
export function createSamples(): (title: string) => Sample | undefined {
  // Taken now: afterwards they may be the widget's.
  const { apply } = Reflect;
  const { stringify } = JSON;
  return (title) => {
    const call = calls[title];
    if (call === undefined) return undefined;
    return (method) => {
      const [owner, ...args] = call();
      const result = apply(method, owner, args);
      // What a promise comes to is not known at once; that it is one is.
      return typeof (result as { then?: unknown } | undefined)?.then === "function"
        ? "then"
        : `${stringify(result)}`;
    };
  };
}

/** Made without any method that could be the widget's. */
function settled(): Promise<number> {
  return new Promise((resolve) => {
    resolve(1);
  });
}
