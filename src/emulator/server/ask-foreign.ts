import type { ForeignRequest } from "../rest/call";
import type { Emulator } from "./emulator";
import { findMock, type MockAnswer } from "./find-mock";

const waitLimit = 30_000;

/**
 * Answers a request to a foreign host: from the mocks, or, where the user has allowed the host, from the network. Null
 * where nobody answers. Each goes to the report; status 0 means that it was blocked.
 */
export async function askForeign(emulator: Emulator, request: ForeignRequest): Promise<MockAnswer | null> {
  const answer = await findAnswer(emulator, request);
  emulator.report.addRequest({ method: request.method, url: request.url, status: answer?.status ?? 0 });
  return answer;
}

async function findAnswer(emulator: Emulator, request: ForeignRequest): Promise<MockAnswer | null> {
  if (!URL.canParse(request.url)) return null;
  const { mocksFolder, allowHosts } = emulator;
  const mock = mocksFolder === null ? null : await findMock(mocksFolder, request.method, request.url);
  if (mock !== null || !allowHosts.includes(new URL(request.url).host)) return mock;
  return askNetwork(request);
}

async function askNetwork({ method, url, headers, body }: ForeignRequest): Promise<MockAnswer | null> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(method === "GET" || method === "HEAD" ? {} : { body }),
      redirect: "manual",
      signal: AbortSignal.timeout(waitLimit),
    });
    const type = response.headers.get("content-type") ?? "application/octet-stream";
    return {
      status: response.status < 200 ? 502 : response.status,
      headers: { "content-type": type },
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch {
    return null;
  }
}
