import type { Pipeline, Status } from "../../model/entities";
import { nameStatus } from "../../model/tables";
import type { Writer } from "../../model/writer";
import { readId, requireAdmin, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerAll, links } from "../paging";
import type { Route } from "../route";
import { answerMade } from "./answer-made";
import {
  checkMembers,
  isItem,
  readBatch,
  readItem,
  readRequestId,
  refuseErrors,
  type Item,
  type Members,
} from "./validate";

const one = "/api/v4/leads/pipelines/{pipeline}";

/** `/api/v4/leads/pipelines` and their stages (Kommo: Leads pipelines and stages). */
export const pipelineRoutes: readonly Route[] = [
  ["GET", "/api/v4/leads/pipelines", listPipelines],
  ["GET", one, (call) => hal(presentPipeline(call, findPipeline(call)))],
  ["POST", "/api/v4/leads/pipelines", createPipelines],
  ["PATCH", one, updatePipeline],
  ["DELETE", one, deletePipeline],
  ["GET", `${one}/statuses`, listStatuses],
  ["GET", `${one}/statuses/{id}`, (call) => hal(presentStatus(call, findStatus(call)))],
  ["POST", `${one}/statuses`, createStatuses],
  ["PATCH", `${one}/statuses/{id}`, updateStatus],
  ["DELETE", `${one}/statuses/{id}`, deleteStatus],
  ["GET", "/api/v4/leads/loss_reasons", listLossReasons],
];

/** Kommo: Limitations. */
const pipelineLimit = 50;
const statusLimit = 100;

const pipelineMembers: Members = {
  name: "string?",
  sort: "int?",
  is_main: "bool?",
  is_unsorted_on: "bool?",
  request_id: "ignored?",
  _embedded: "object?",
};

const statusMembers: Members = {
  id: "int?",
  name: "string?",
  sort: "int?",
  color: "string?",
  type: "ignored?",
  request_id: "ignored?",
};

function presentPipeline(call: Call, row: Pipeline): object {
  return {
    ...row,
    account_id: call.model.account.id,
    _links: links(call, `leads/pipelines/${row.id}`),
    _embedded: { statuses: listStages(call, row.id).map((status) => presentStatus(call, status)) },
  };
}

function presentStatus(call: Call, { key: _key, ...row }: Status): object {
  return {
    ...row,
    account_id: call.model.account.id,
    _links: links(call, `leads/pipelines/${row.pipeline_id}/statuses/${row.id}`),
  };
}

function listPipelines(call: Call): RestResponse {
  const rows = [...call.model.tables.pipelines.all()].sort((a, b) => a.sort - b.sort || a.id - b.id);
  return answerAll(call, rows, { name: "pipelines", present: (row) => presentPipeline(call, row) });
}

function listStatuses(call: Call): RestResponse {
  return answerAll(call, listStages(call, findPipeline(call).id), {
    name: "statuses",
    present: (row) => presentStatus(call, row),
  });
}

function createPipelines(call: Call): RestResponse {
  requireAdmin(call);
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => checkMembers(item, { ...pipelineMembers, name: "string" })),
  );
  if (call.model.tables.pipelines.size + items.length > pipelineLimit) return fail(400, "Too many pipelines");
  const rows = items.map((item) => call.model.write((writer) => createPipeline(writer, item)));
  return answerMade(call, "pipelines", items, rows, presentPipeline);
}

function createPipeline(writer: Writer, item: Item): Pipeline {
  const isMain = item["is_main"] === true;
  if (isMain) demoteOthers(writer, null);
  const pipeline = writer.put("pipelines", {
    id: writer.nextId("pipelines"),
    name: String(item["name"]),
    sort: typeof item["sort"] === "number" ? item["sort"] : writer.tables.pipelines.size + 1,
    is_main: isMain,
    is_unsorted_on: item["is_unsorted_on"] !== false,
    is_archive: false,
  });
  const embedded = isItem(item["_embedded"]) ? item["_embedded"]["statuses"] : [];
  const wanted = Array.isArray(embedded) ? embedded.filter(isItem) : [];
  const [template] = writer.tables.pipelines.all();
  // The closed stages and the incoming one are called as in the account's first pipeline, unless the request says more.
  for (const stage of writer.tables.statuses.find("pipeline", String(template?.id ?? 0))) {
    if (stage.type === 0 && stage.is_editable) continue;
    const named = wanted.find((entry) => entry["id"] === stage.id);
    const id = stage.type === 1 ? writer.nextId("statuses") : stage.id;
    putStatus(writer, { ...stage, id, pipeline_id: pipeline.id, name: readName(named, stage.name) });
  }
  for (const [index, entry] of wanted.entries()) {
    if (entry["id"] !== 142 && entry["id"] !== 143) addStatus(writer, pipeline.id, entry, 20 + index * 10);
  }
  return pipeline;
}

function updatePipeline(call: Call): RestResponse {
  requireAdmin(call);
  const before = findPipeline(call);
  const item = readItem(call);
  refuseErrors([item], [checkMembers(item, pipelineMembers)]);
  const row = call.model.write((writer) => {
    if (item["is_main"] === true) demoteOthers(writer, before.id);
    return writer.put("pipelines", {
      ...before,
      name: readName(item, before.name),
      sort: typeof item["sort"] === "number" ? item["sort"] : before.sort,
      is_main: before.is_main || item["is_main"] === true,
      is_unsorted_on:
        typeof item["is_unsorted_on"] === "boolean" ? item["is_unsorted_on"] : before.is_unsorted_on,
    });
  });
  return hal({ ...presentPipeline(call, row), request_id: readRequestId(item, 0) });
}

function deletePipeline(call: Call): RestResponse {
  requireAdmin(call);
  const { id, is_main: isMain } = findPipeline(call);
  if (isMain) return fail(400, "The main pipeline cannot be deleted");
  if (call.model.tables.leads.filter((lead) => lead.pipeline_id === id && !lead.is_deleted).length > 0) {
    return fail(400, "The pipeline has leads");
  }
  call.model.write((writer) => {
    for (const status of writer.tables.statuses.find("pipeline", String(id)))
      writer.remove("statuses", status.key);
    writer.remove("pipelines", id);
  });
  return empty();
}

function createStatuses(call: Call): RestResponse {
  requireAdmin(call);
  const pipeline = findPipeline(call);
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => checkMembers(item, { ...statusMembers, name: "string" })),
  );
  if (listStages(call, pipeline.id).length + items.length > statusLimit) return fail(400, "Too many stages");
  const rows = items.map((item) => call.model.write((writer) => addStatus(writer, pipeline.id, item, 500)));
  return hal({
    _total_items: rows.length,
    _embedded: {
      statuses: rows.map((row, index) => ({
        ...presentStatus(call, row),
        request_id: readRequestId(items[index] ?? {}, index),
      })),
    },
  });
}

function updateStatus(call: Call): RestResponse {
  requireAdmin(call);
  const before = findStatus(call);
  const item = readItem(call);
  refuseErrors([item], [checkMembers(item, statusMembers)]);
  const row = call.model.write((writer) =>
    putStatus(writer, {
      ...before,
      name: readName(item, before.name),
      sort: typeof item["sort"] === "number" && before.is_editable ? item["sort"] : before.sort,
      color: typeof item["color"] === "string" ? item["color"] : before.color,
    }),
  );
  return hal(presentStatus(call, row));
}

function deleteStatus(call: Call): RestResponse {
  requireAdmin(call);
  const status = findStatus(call);
  if (!status.is_editable) return fail(400, "This stage cannot be deleted");
  const used = call.model.tables.leads.filter(
    (lead) => lead.status_id === status.id && lead.pipeline_id === status.pipeline_id && !lead.is_deleted,
  );
  if (used.length > 0) return fail(400, "The stage has leads");
  call.model.write((writer) => writer.remove("statuses", status.key));
  return empty();
}

function listLossReasons(call: Call): RestResponse {
  const rows = [...call.model.tables.loss_reasons.all()];
  if (rows.length === 0) return empty();
  return answerAll(call, rows, {
    name: "loss_reasons",
    present: (row) => ({ ...row, _links: links(call, `leads/loss_reasons/${row.id}`) }),
  });
}

function addStatus(writer: Writer, pipeline: number, item: Item, sort: number): Status {
  return putStatus(writer, {
    id: writer.nextId("statuses"),
    pipeline_id: pipeline,
    name: readName(item, ""),
    sort: typeof item["sort"] === "number" ? item["sort"] : sort,
    is_editable: true,
    color: typeof item["color"] === "string" ? item["color"] : "#fffeb2",
    type: 0,
  });
}

function putStatus(writer: Writer, row: Omit<Status, "key">): Status {
  return writer.put("statuses", { ...row, key: nameStatus(row.pipeline_id, row.id) });
}

function demoteOthers(writer: Writer, keep: number | null): void {
  for (const row of writer.tables.pipelines.filter(({ id, is_main: isMain }) => isMain && id !== keep)) {
    writer.put("pipelines", { ...row, is_main: false });
  }
}

function listStages(call: Call, pipeline: number): Status[] {
  return call.model.tables.statuses
    .filter((status) => status.pipeline_id === pipeline)
    .sort((a, b) => a.sort - b.sort || a.id - b.id);
}

function findPipeline(call: Call): Pipeline {
  const id = readId(call, "pipeline");
  return call.model.tables.pipelines.get(id) ?? fail(404, `There is no pipeline ${id}`);
}

function findStatus(call: Call): Status {
  const { id } = findPipeline(call);
  const status = call.model.tables.statuses.get(nameStatus(id, readId(call)));
  return status ?? fail(404, `Pipeline ${id} has no stage ${call.params["id"]}`);
}

function readName(item: Item | undefined, otherwise: string): string {
  return typeof item?.["name"] === "string" ? item["name"] : otherwise;
}
