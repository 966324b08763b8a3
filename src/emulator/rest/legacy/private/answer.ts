import { decodeForm, type FormValue } from "../../../../protocol/bracket-form";
import { readJson, type Call } from "../../call";
import { fail, json, type RestResponse } from "../../message";
import { isItem, type Item } from "../../v4/validate";

export function readRequest(call: Call, name: string): Item {
  const body = readJson(call);
  const request = isItem(body) && isItem(body["request"]) ? body["request"] : body;
  const part = isItem(request) ? request[name] : undefined;
  return isItem(part) ? part : fail(400, `request.${name} is required`);
}

export function readBody(call: Call): { readonly [key: string]: FormValue } {
  return decodeForm(call.request.body);
}

export function toItems(value: unknown): Item[] {
  const list = Array.isArray(value) ? (value as unknown[]) : isItem(value) ? Object.values(value) : [];
  return list.filter(isItem);
}

export function answer(call: Call, response: object): RestResponse {
  return json({ response: { ...response, server_time: call.model.now() } });
}
