declare const isEnv: unique symbol;

/** An address that is not written in the manifest but read from the environment when the widget is built. */
export interface Env<Name extends string = string> {
  readonly env: Name;
  readonly [isEnv]: true;
}

/**
 * Names an environment variable in place of an address, so that one source builds for the test server and for the
 * real one. An optional block goes out without the address while the variable has no value, and the build says so.
 *
 * @example
 * digitalPipeline: { multiple: false, webhookUrl: env("PLAYBOOK_HOOK") }
 */
export function env<const Name extends string>(name: Name): Env<Name> {
  return { env: name } as Env<Name>;
}
