import { describe, expect, it } from "vitest";
import { signToken, verifyToken, type BotTokenClaims, type WidgetTokenClaims } from "./one-time-token";
import { signRevocation } from "./revoke-hook";

const secret = "topsecret";
const iat = 1_795_255_200;
const widgetClaims: WidgetTokenClaims = {
  iss: "https://acme.kommo.com",
  aud: "https://app.example.com",
  jti: "d628f123-5123-473e-8123-ed123ef31f8f",
  iat,
  nbf: iat,
  exp: iat + 1800,
  account_id: 12345678,
  user_id: 87654321,
  client_uuid: "0b0832f6-0000-4000-9000-e73f236833c0",
  subdomain: "acme",
};
const botClaims: BotTokenClaims = {
  iss: "https://acme.kommo.com",
  aud: "https://app.example.com",
  iat,
  nbf: iat,
  exp: iat + 1800,
  account_id: 12345678,
  subdomain: "acme",
  client_uuid: "0b0832f6-0000-4000-9000-e73f236833c0",
  entity_type: 2,
  entity_id: 555,
  bot_type: "salesbot",
};
const widgetToken =
  "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FjbWUua29tbW8uY29tIiwiYXVkIjoiaHR0cHM6Ly9hcHAuZXhhbXBsZS5jb20iLCJqdGkiOiJkNjI4ZjEyMy01MTIzLTQ3M2UtODEyMy1lZDEyM2VmMzFmOGYiLCJpYXQiOjE3OTUyNTUyMDAsIm5iZiI6MTc5NTI1NTIwMCwiZXhwIjoxNzk1MjU3MDAwLCJhY2NvdW50X2lkIjoxMjM0NTY3OCwidXNlcl9pZCI6ODc2NTQzMjEsImNsaWVudF91dWlkIjoiMGIwODMyZjYtMDAwMC00MDAwLTkwMDAtZTczZjIzNjgzM2MwIiwic3ViZG9tYWluIjoiYWNtZSJ9.dHVudOzjgilvnhTTF0BeQjT15lAvuqpf1UZ2BCMOIYE";
const botToken =
  "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiJ9.eyJpc3MiOiJodHRwczovL2FjbWUua29tbW8uY29tIiwiYXVkIjoiaHR0cHM6Ly9hcHAuZXhhbXBsZS5jb20iLCJpYXQiOjE3OTUyNTUyMDAsIm5iZiI6MTc5NTI1NTIwMCwiZXhwIjoxNzk1MjU3MDAwLCJhY2NvdW50X2lkIjoxMjM0NTY3OCwic3ViZG9tYWluIjoiYWNtZSIsImNsaWVudF91dWlkIjoiMGIwODMyZjYtMDAwMC00MDAwLTkwMDAtZTczZjIzNjgzM2MwIiwiZW50aXR5X3R5cGUiOjIsImVudGl0eV9pZCI6NTU1LCJib3RfdHlwZSI6InNhbGVzYm90In0.NQlY6Fdhm5bW21fYjutNA5dYf8HOcw5JeTKL_qm603xCMY90aTBtH6pghhcHULw9UXsivGNSv_OaXDIRg3eT7Q";

describe("one-time tokens", () => {
  it("signs a widget's token as the known vector", async () => {
    expect(await signToken(widgetClaims, secret, "HS256")).toBe(widgetToken);
  });

  it("signs a bot's token as the known vector", async () => {
    expect(await signToken(botClaims, secret, "HS512")).toBe(botToken);
  });

  it("gives the claims of a good token", async () => {
    const verdict = await verifyToken(widgetToken, secret, {
      algorithm: "HS256",
      now: iat + 60,
      audience: "https://app.example.com",
    });

    expect(verdict).toEqual({ ok: true, claims: widgetClaims });
  });

  it.each([
    ["another secret", widgetToken, "other", {}, "signature"],
    ["a token past its end", widgetToken, secret, { now: iat + 1861 }, "expired"],
    ["a token before its time", widgetToken, secret, { now: iat - 61 }, "early"],
    ["another audience", widgetToken, secret, { audience: "https://evil.example" }, "audience"],
    ["a bot's algorithm where a widget's is pinned", botToken, secret, {}, "algorithm"],
    ["two parts", "a.b", secret, {}, "malformed"],
    ["four parts", "a.b.c.d", secret, {}, "malformed"],
    ["text that is no base64", "ä.b.c", secret, {}, "malformed"],
    ["an empty text", "", secret, {}, "malformed"],
    ["no algorithm at all", `eyJhbGciOiJub25lIn0.${widgetToken.split(".")[1]}.`, secret, {}, "algorithm"],
  ] as const)("refuses %s", async (_, token, key, options, reason) => {
    const verdict = await verifyToken(token, key, { algorithm: "HS256", now: iat, ...options });

    expect(verdict).toEqual({ ok: false, reason });
  });

  it("forgives clocks that differ by the leeway", async () => {
    const late = await verifyToken(widgetToken, secret, { algorithm: "HS256", now: iat + 1859 });

    expect(late.ok).toBe(true);
  });
});

describe("the hook of disabling", () => {
  it("is signed as the known vector", async () => {
    const signature = await signRevocation(secret, "0b0832f6-0000-4000-9000-e73f236833c0", 12345678);

    expect(signature).toBe("e3d757861d683cd2820f4e32f364d5bcaaeb86cf04867ed3fd5f3ca3e05d35e1");
  });
});
