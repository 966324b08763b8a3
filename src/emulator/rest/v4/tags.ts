import type { EntityType } from "../../model/entities";
import { readIds, readPart, readText, type Call } from "../call";
import { hal, type RestResponse } from "../message";
import { answerPage } from "../paging";
import type { Route } from "../route";
import { checkMembers, readBatch, readRequestId, refuseErrors, type Members } from "./validate";

const types = "{type:leads|contacts|companies|customers}";

/** `/api/v4/{type}/tags` (Kommo: Tags). Each kind of card has tags of its own. */
export const tagRoutes: readonly Route[] = [
  ["GET", `/api/v4/${types}/tags`, listTags],
  ["POST", `/api/v4/${types}/tags`, createTags],
];

const members: Members = { name: "string", color: "string|null?", request_id: "ignored?" };

function listTags(call: Call): RestResponse {
  const filter = readPart(call.query, "filter");
  const ids = readIds(filter, "id");
  const name = readText(filter, "name");
  const text = readText(call.query, "query")?.toLowerCase() ?? "";
  const tags = call.model.tables.tags.filter(
    (tag) =>
      tag.entity_type === call.params["type"] &&
      (ids === undefined || ids.has(tag.id)) &&
      (name === undefined || tag.name === name) &&
      tag.name.toLowerCase().includes(text),
  );
  return answerPage(call, tags, {
    name: "tags",
    present: ({ id, name: label, color }) => ({ id, name: label, color }),
  });
}

function createTags(call: Call): RestResponse {
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => {
      const errors = checkMembers(item, members);
      if (errors.length > 0 || String(item["name"]).trim() !== "") return errors;
      return [{ code: "NotBlank", path: "name", detail: "This value should not be blank." }];
    }),
  );
  const tags = items.map((item) =>
    call.model.run("createTag", {
      type: call.params["type"] as EntityType,
      name: String(item["name"]),
      color: typeof item["color"] === "string" ? item["color"] : null,
    }),
  );
  return hal({
    _total_items: tags.length,
    _embedded: {
      tags: tags.map(({ id, name, color }, index) => ({
        id,
        name,
        color,
        request_id: readRequestId(items[index] ?? {}, index),
      })),
    },
  });
}
