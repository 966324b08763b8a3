import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildPlaybook, type BuiltPlaybook } from "./support/build-playbook";
import { openWidget, type OpenedWidget } from "./support/open-widget";

// The archive as a user would upload it, in the local Kommo, in a real browser.
let playbook: BuiltPlaybook;
let widget: OpenedWidget;

beforeAll(async () => {
  playbook = await buildPlaybook();
  widget = await openWidget(playbook.archive);
});

afterAll(async () => {
  await widget?.close();
  playbook?.dispose();
});
beforeEach(() => widget.reset());

const playbooks = [
  {
    name: "New lead",
    steps: [
      { text: "Call", taskType: 1, days: 0, assignee: "responsible" },
      { text: "Send the offer", taskType: 1, days: 3, assignee: "current" },
    ],
  },
];

const save = () => widget.drive("saveSettings", { playbooks: JSON.stringify(playbooks) });

async function choosePlaybook(): Promise<void> {
  await widget.page.getByLabel("Playbook to apply").selectOption("New lead");
}

interface Tasks {
  readonly _embedded: {
    readonly tasks: readonly { text: string; is_completed: boolean; entity_id: number }[];
  };
}

async function listTasks(query = ""): Promise<Tasks["_embedded"]["tasks"]> {
  const answer = await widget.ask<Tasks | undefined>(`/api/v4/tasks?limit=250${query}`);
  return (answer?._embedded.tasks ?? []).filter(({ text }) => text.startsWith("New lead: "));
}

describe("the settings", () => {
  it("refuse what is wrong, say where, and keep the modal open", async () => {
    const { page } = widget;
    await widget.drive("openSettings");
    await page.getByRole("button", { name: "Add playbook" }).click();

    await page.locator(".js-widget-save").click();

    await page.getByText("Give the playbook a name.").waitFor();
    await page.getByText("Say what is to be done.").waitFor();
    expect(await page.locator(".widget-settings__modal").count()).toBe(1);
  });

  it("save what is right, close, and show it again", async () => {
    const { page } = widget;
    await widget.drive("openSettings");
    await page.getByRole("button", { name: "Add playbook" }).click();
    await page.getByLabel("Name", { exact: true }).fill("New lead");
    await page.getByLabel("Task", { exact: true }).fill("Call");

    await page.locator(".js-widget-save").click();
    await page.locator(".widget-settings__modal").waitFor({ state: "detached" });

    await widget.drive("openSettings");
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("New lead");
  });

  it("say that a renamed playbook leaves its tasks behind", async () => {
    await save();
    await widget.drive("openSettings");

    await widget.page.getByLabel("Name", { exact: true }).fill("Fresh lead");

    await widget.page.getByText("Tasks created as “New lead” keep their old text").waitFor();
  });
});

describe("the lead card", () => {
  it("says what to do while there are no playbooks", async () => {
    await widget.drive("open", "lcard");

    await widget.page.getByText("No playbooks yet").waitFor();
  });

  it("applies a playbook in one request and ticks a step, which completes the CRM's task", async () => {
    const { page } = widget;
    await save();
    await widget.drive("open", "lcard");
    const requests: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().includes("/api/v4/tasks"))
        requests.push(request.url());
    });

    await choosePlaybook();
    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.getByText("2 tasks created.").waitFor();
    await page.getByLabel("Mark as done: Call").check();

    await page.getByText("1 of 2 done").waitFor();
    expect(requests).toHaveLength(1);
    expect((await listTasks()).map(({ text, is_completed }) => [text, is_completed]).sort()).toEqual([
      ["New lead: Call", true],
      ["New lead: Send the offer", false],
    ]);
  });

  it("offers another try where the CRM stumbles, and works then", async () => {
    const { page } = widget;
    await save();
    const address = "**/api/v4/tasks?*";
    await page.route(address, (route) =>
      route.fulfill({ status: 400, contentType: "text/html", body: "<h1>no</h1>" }),
    );
    await widget.drive("open", "lcard");
    const retry = page.getByRole("button", { name: "Try again" });
    await retry.waitFor();

    await page.unroute(address);
    await retry.click();

    await page.getByText("No playbook at work here").waitFor();
  });

  it("tells who may not see tasks so, without a try that cannot help", async () => {
    const { page } = widget;
    await save();
    await page.route("**/api/v4/tasks?*", (route) =>
      route.fulfill({
        status: 403,
        contentType: "application/problem+json",
        body: '{"status":403,"title":"Forbidden"}',
      }),
    );

    await widget.drive("open", "lcard");

    await page.getByText("No rights").waitFor();
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
    await page.unroute("**/api/v4/tasks?*");
  });

  it("stands once, whatever way one comes back to it", async () => {
    const { page } = widget;
    await save();
    await widget.drive("open", "lcard");
    const lead = await page.locator("#person_name").inputValue();
    await widget.drive("open", "ccard");
    await page.getByText("No playbook at work here").waitFor();

    await page.goBack();
    await expect.poll(() => page.locator("#person_name").inputValue()).toBe(lead);
    await page.goForward();
    await page.locator(".card-widgets__widget .playbook").waitFor();

    await expect.poll(() => page.locator(".card-widgets__widget .playbook").count()).toBe(1);
    expect(await page.locator('link[href*="/style.css"]').count()).toBe(1);
  });
});

async function openAction(ids?: readonly number[]): Promise<void> {
  await widget.drive("open", "llist");
  await widget.drive("select", ids);
  expect(await widget.drive("runListAction")).toBe(true);
  await choosePlaybook();
}

describe("the leads list", () => {
  it("applies a playbook to everything that is selected", async () => {
    await save();
    await openAction();

    await widget.page.getByRole("button", { name: "Create tasks" }).click();

    await widget.page.getByText("Tasks created for 2 leads.").waitFor();
    expect(await listTasks()).toHaveLength(4);
  });

  it("names the leads that failed, and why", async () => {
    const { page } = widget;
    await save();
    await openAction();
    await page.route("**/api/v4/leads?*", async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { _embedded: { leads: unknown[] } };
      answer._embedded.leads.pop();
      await route.fulfill({ response, json: answer });
    });

    await page.getByRole("button", { name: "Create tasks" }).click();

    await page.getByText("1 lead failed:").waitFor();
    await page.getByText("The lead is gone, or you may not see it.").waitFor();
    await page.unroute("**/api/v4/leads?*");
  });

  it("stops when it is cancelled, and says that what was created stays", async () => {
    const { page } = widget;
    await save();
    await openAction();
    await page.route("**/api/v4/tasks", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue().catch(() => undefined); // aborted meanwhile
    });

    await page.getByRole("button", { name: "Create tasks" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();

    await page.getByText("Cancelled. What was created until then stays.").waitFor();
    await page.unroute("**/api/v4/tasks");
  });
});

describe("the report", () => {
  it("counts by playbook and by manager", async () => {
    const { page } = widget;
    await save();
    await widget.drive("open", "lcard");
    await choosePlaybook();
    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.getByText("2 tasks created.").waitFor();

    await widget.drive("open", "advanced_settings");

    await page.getByRole("img", { name: "New lead: 0 done, 2 open, 0 overdue" }).waitFor();
    expect(await page.locator("[id^=work-area-] table").count()).toBe(2);
  });
});

describe("the pipeline's action", () => {
  it("writes the chosen playbook into the host's own field", async () => {
    const { page } = widget;
    await save();
    await widget.drive("open", "digital_pipeline");
    await widget.drive("openPipelineAction");

    await page.getByLabel("Playbook that this stage starts").selectOption("New lead");

    const field = page.locator('[data-action="send_widget_hook"] input[name="playbook"]');
    expect(await field.inputValue()).toBe("New lead");
    expect(await field.isVisible()).toBe(false);
  });
});

describe("the widget as a guest of the page", () => {
  it("leaves nothing when it is disabled", async () => {
    await save();
    await widget.drive("open", "lcard");
    await widget.page.getByText("No playbook at work here").waitFor();

    await widget.drive("disable");

    expect(await widget.page.locator(".playbook, .card-widgets__widget").count()).toBe(0);
    expect(await widget.page.locator('link[href*="/style.css"]').count()).toBe(0);
  });

  it("never let an error reach the page", async () => {
    interface Report {
      readonly errors: readonly unknown[];
      readonly unsupported: readonly unknown[];
    }
    const report = await widget.ask<Report>("/-/report.json");

    expect(widget.errors.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
    expect(report).toMatchObject({ errors: [], unsupported: [] });
  });
});
