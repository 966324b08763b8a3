import { createProblem, UserError, type Problem } from "../../manifest/problem";
import { createModel } from "../model/create-model";
import type { Snapshot } from "../model/model";
import { handleRequest } from "../rest/handle-request";
import type { Scenario } from "./read-scenario";

/**
 * Makes the calls that a scenario asks for, one after another, and gives the account after them.
 *
 * @throws UserError KB822 for each call that the API refuses
 */
export async function runRequests(account: Snapshot, requests: Scenario["requests"] = []): Promise<Snapshot> {
  if (requests.length === 0) return account;
  const model = createModel(account);
  const problems: Problem[] = [];
  for (const [index, { method, url, body }] of requests.entries()) {
    const answer = await handleRequest(
      {
        method,
        url,
        headers: { "content-type": "application/json" },
        body: body === undefined ? "" : JSON.stringify(body),
      },
      model,
      { origin: "", secret: "" },
    );
    if (answer !== null && answer.status < 300) continue;
    problems.push(
      createProblem({
        code: "KB822",
        message: `The API refuses the scenario's request ${index + 1}, ${method} ${url}.`,
        found: answer === null ? "no such address" : `${answer.status}: ${answer.body.slice(0, 500)}`,
        expected: "a call that the account's API takes",
      }),
    );
  }
  if (problems.length > 0) throw new UserError(problems);
  return model.snapshot();
}
