import type { Talk } from "../../model/entities";
import { readIds, readList, requireAdmin, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import type { Route } from "../route";
import { checkMembers, notFound, readBatch, readRequestId, refuseErrors, type Members } from "./validate";

/** `/api/v4/contacts/chats`: which chat belongs to which contact (Kommo: Linking chats). */
export const contactChatRoutes: readonly Route[] = [
  ["GET", "/api/v4/contacts/chats", listChats],
  ["POST", "/api/v4/contacts/chats", linkChats],
];

const members: Members = { contact_id: "int", chat_id: "string", request_id: "ignored?" };

function listChats(call: Call): RestResponse {
  requireAdmin(call);
  const chats = readList(call.query, "chat_id");
  const contacts = readIds(call.query, "contact_id");
  if (chats === undefined && contacts === undefined) return fail(400, "chat_id or contact_id is required");
  const talks = call.model.tables.talks.filter(
    (talk) =>
      (chats === undefined || chats.includes(talk.chat_id)) &&
      (contacts === undefined || contacts.has(talk.contact_id)),
  );
  return talks.length === 0 ? empty() : answer(talks.map(presentChat));
}

/** A chat belongs to one contact: linking it again moves it. */
function linkChats(call: Call): RestResponse {
  requireAdmin(call);
  const items = readBatch(call);
  const { talks, contacts } = call.model.tables;
  const found = items.map((item) => talks.filter((talk) => talk.chat_id === item["chat_id"])[0]);
  refuseErrors(
    items,
    items.map((item, index) => {
      const errors = checkMembers(item, members);
      if (errors.length > 0) return errors;
      if (contacts.get(Number(item["contact_id"])) === undefined) return [notFound("contact_id")];
      return found[index] === undefined ? [notFound("chat_id")] : [];
    }),
  );
  const chats = items.map((item, index) => {
    const talk = found[index] as Talk;
    const moved = call.model.write((writer) =>
      writer.put("talks", { ...talk, contact_id: Number(item["contact_id"]), updated_at: writer.now() }),
    );
    return { ...presentChat(moved), request_id: readRequestId(item, index) };
  });
  return answer(chats);
}

function presentChat({ id, chat_id, contact_id }: Talk): object {
  return { chat_id, contact_id, id };
}

function answer(chats: readonly object[]): RestResponse {
  return hal({ _total_items: chats.length, _embedded: { chats } });
}
