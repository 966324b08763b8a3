import type { ChatMessage, Talk } from "../../model/entities";
import { readId, readIds, readPart, readText, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links } from "../paging";
import type { Route } from "../route";
import { readSpan } from "./find-cards";
import { isItem, readItem } from "./validate";

/** `/api/v4/talks` and the chats API add-on (Kommo: Conversations). */
export const talkRoutes: readonly Route[] = [
  ["GET", "/api/v4/talks", listTalks],
  ["GET", "/api/v4/talks/{id}", (call) => hal(presentTalk(call, findTalk(call)))],
  ["POST", "/api/v4/talks/{id}/close", closeTalk],
  ["POST", "/api/v4/talks/{id}/send_message", sendMessage],
  ["GET", "/api/v4/talks/{id}/messages", listMessages],
];

function presentTalk(call: Call, talk: Talk): object {
  const { id, ...row } = talk;
  const entity =
    talk.entity_type === null || talk.entity_id === null
      ? {}
      : {
          [talk.entity_type]: [
            { id: talk.entity_id, _links: links(call, `${talk.entity_type}/${talk.entity_id}`) },
          ],
        };
  return {
    talk_id: id,
    ...row,
    entity_type: talk.entity_type?.replace(/s$/, "") ?? null,
    account_id: call.model.account.id,
    _links: links(call, `talks/${id}`),
    _embedded: {
      contacts: [{ id: talk.contact_id, _links: links(call, `contacts/${talk.contact_id}`) }],
      ...entity,
    },
  };
}

function listTalks(call: Call): RestResponse {
  const filter = readPart(call.query, "filter");
  const contacts = readIds(filter, "contact_id");
  const entities = readIds(filter, "entity_id");
  const type = readText(filter, "entity_type");
  const inWork = readText(filter, "only_in_work");
  const talks = call.model.tables.talks.filter(
    (talk) =>
      (contacts === undefined || contacts.has(talk.contact_id)) &&
      (entities === undefined || (talk.entity_id !== null && entities.has(talk.entity_id))) &&
      (type === undefined || talk.entity_type?.replace(/s$/, "") === type.replace(/s$/, "")) &&
      (inWork === undefined || inWork === "0" || talk.is_in_work),
  );
  return answerPage(call, talks, { name: "talks", present: (talk) => presentTalk(call, talk) });
}

function closeTalk(call: Call): RestResponse {
  const talk = findTalk(call);
  if (!talk.is_in_work) return fail(422, "The conversation is already closed");
  call.model.write((writer) => writer.put("talks", { ...talk, is_in_work: false, updated_at: writer.now() }));
  return empty(202);
}

function sendMessage(call: Call): RestResponse {
  const talk = findTalk(call);
  const body = readItem(call);
  if (!talk.is_in_work) return fail(422, "The conversation is closed");
  const { text } = body;
  if (!isItem(body) || typeof text !== "string" || text === "") return fail(400, "text is required");
  const message = call.model.run("sendMessage", { talk_id: talk.id, text });
  return hal({ id: message.id });
}

function listMessages(call: Call): RestResponse {
  const talk = findTalk(call);
  const created = readSpan(readPart(call.query, "filter"), "created_at");
  const messages = call.model.tables.chat_messages.filter(
    (message) => message.talk_id === talk.id && (created === null || created(message.created_at)),
  );
  return answerPage(call, messages, { name: "messages", present: presentMessage });
}

function presentMessage(message: ChatMessage): object {
  const { id, type, text, created_at } = message;
  return {
    id,
    type,
    text,
    author: { type: type === "incoming" ? "external" : "internal", name: message.author_name },
    created_at,
  };
}

function findTalk(call: Call): Talk {
  const id = readId(call);
  return call.model.tables.talks.get(id) ?? fail(404, `There is no conversation ${id}`);
}
