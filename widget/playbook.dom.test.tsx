import { fireEvent } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { firstLead, newLead, openPlaybook } from "./testing/open-playbook";

/** 18 November 2026, 15:00 UTC: the present of the local Kommo. */
const now = Date.UTC(2026, 10, 18, 15) / 1000;
const day = 24 * 60 * 60;

function createTask(text: string, dueIn: number, done = false) {
  return {
    text,
    complete_till: now + dueIn * day,
    is_completed: done,
    entity_type: "leads",
    entity_id: firstLead,
  };
}

const withTasks = (...items: object[]) => ({
  requests: [{ method: "POST" as const, url: "/api/v4/tasks", body: items }],
});

describe("the card", () => {
  it("shows the playbooks at work, how far they are, and what is late", async () => {
    const card = await openPlaybook("lcard", {
      scenario: withTasks(
        createTask("New lead: Call", -3, true),
        createTask("New lead: Send the offer", -1),
        createTask("Buy milk", 1),
      ),
    });

    await card.findByText("1 of 2 done");
    expect(card.getByText(/^overdue since Nov 17/)).toBeTruthy();
    expect(card.queryByText(/Buy milk/)).toBeNull();
    const bar = card.getByRole("progressbar", { name: "Progress of New lead" });
    expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["1", "2"]);
  });

  it("completes the CRM's task when its step is ticked", async () => {
    const card = await openPlaybook("lcard", { scenario: withTasks(createTask("New lead: Call", 1)) });

    fireEvent.click(await card.findByLabelText("Mark as done: Call"));

    await card.findByText("1 of 1 done");
    const task = card.model.tables.tasks.filter(({ text }) => text === "New lead: Call")[0];
    expect(task?.is_completed).toBe(true);
  });

  it("creates all tasks of a playbook in one request", async () => {
    const card = await openPlaybook("lcard");
    await card.findByText("No playbook at work here");

    fireEvent.change(card.getByLabelText("Playbook to apply"), { target: { value: "New lead" } });
    fireEvent.click(card.getByRole("button", { name: "Apply" }));

    await card.findByText("2 tasks created.");
    await card.findByText("0 of 2 done");
    const created = card.requests.filter(
      ({ method, url }) => method === "POST" && url.includes("/api/v4/tasks"),
    );
    expect(created).toHaveLength(1);
  });

  it("works on the card of a contact too", async () => {
    const card = await openPlaybook("ccard");
    await card.findByText("No playbook at work here");

    fireEvent.change(card.getByLabelText("Playbook to apply"), { target: { value: "New lead" } });
    fireEvent.click(card.getByRole("button", { name: "Apply" }));

    await card.findByText("0 of 2 done");
    const task = card.model.tables.tasks.filter(({ text }) => text === "New lead: Call")[0];
    expect(task?.entity_type).toBe("contacts");
  });

  it("says what to do while there are no playbooks", async () => {
    const card = await openPlaybook("lcard", { playbooks: [] });

    expect(card.getByText("No playbooks yet")).toBeTruthy();
  });

  it("waits for a new card to be saved", async () => {
    const card = await openPlaybook("lcard", { url: "/leads/detail/add" });

    expect(card.getByText("Save this card first, then apply a playbook.")).toBeTruthy();
  });

  it.each([
    [401, "Your session has ended. Reload the page and sign in.", true],
    [402, "The account’s plan does not include this. An administrator can change it.", false],
    [403, "Your role may not do this. Ask an administrator for access to tasks.", false],
    [404, "Kommo could not do that. Try again; if it goes on, write to us.", true],
  ] as const)(
    "tells what %i means, and offers another try only where one helps",
    async (status, text, retry) => {
      const card = await openPlaybook("lcard", { scenario: { faults: { status } } });

      await card.findByText(text);

      expect(card.queryByRole("button", { name: "Try again" }) !== null).toBe(retry);
    },
  );

  it("shows long names whole to those who look closer", async () => {
    const name = "A very long name of a playbook, as the settings allow it";
    const card = await openPlaybook("lcard", {
      playbooks: [{ ...newLead, name }],
      scenario: withTasks(createTask(`${name}: Call`, 1)),
    });

    expect((await card.findByRole("heading", { name })).getAttribute("title")).toBe(name);
  });

  it.each([
    ["es", "Aquí no hay ningún playbook en marcha"],
    ["pt", "Nenhum playbook em andamento aqui"],
  ] as const)("speaks %s", async (locale, text) => {
    const card = await openPlaybook("lcard", { scenario: { locale } });

    await card.findByText(text);
  });
});

describe("the list", () => {
  it("applies a playbook to the selected leads, for whom each is responsible", async () => {
    const list = await openPlaybook("llist");
    expect(list.getByText("2 leads selected")).toBeTruthy();

    fireEvent.change(list.getByLabelText("Playbook to apply"), { target: { value: "New lead" } });
    fireEvent.click(list.getByRole("button", { name: "Create tasks" }));

    await list.findByText("Tasks created for 2 leads.");
    const calls = list.model.tables.tasks.filter(({ text }) => text === "New lead: Call");
    const responsibles = calls.map(
      ({ entity_id }) => list.model.tables.leads.get(entity_id ?? 0)?.responsible_user_id,
    );
    expect(calls.map((task) => task.responsible_user_id)).toEqual(responsibles);
  });

  it("stops at an error that would meet every lead, and says which", async () => {
    const list = await openPlaybook("llist");
    fireEvent.change(list.getByLabelText("Playbook to apply"), { target: { value: "New lead" } });
    list.setFaults({ status: 403 });

    fireEvent.click(list.getByRole("button", { name: "Create tasks" }));

    await list.findByText("No rights");
    await list.findByText("Tasks created for 0 leads.");
  });
});

describe("the settings", () => {
  it("create, reorder and remove playbooks and steps", async () => {
    const settings = await openPlaybook("settings", { playbooks: [newLead, { ...newLead, name: "Won" }] });

    fireEvent.click(settings.getByRole("button", { name: "Move Won up" }));
    fireEvent.click(settings.getByRole("button", { name: "Show the steps of Won" }));
    fireEvent.click(settings.getByRole("button", { name: "Move Step 2 up" }));
    fireEvent.click(settings.getByRole("button", { name: "Remove step 2" }));
    fireEvent.click(settings.getByRole("button", { name: "Remove playbook New lead" }));
    await settings.saveSettings();

    const [widget] = [...settings.model.tables.widgets.all()];
    expect(JSON.parse(String(widget?.settings["playbooks"]))).toEqual([
      { name: "Won", steps: [{ text: "Send the offer", taskType: 1, days: 3, assignee: "current" }] },
    ]);
  });

  it("refuse two playbooks of one name, and let them pass when that is mended", async () => {
    const settings = await openPlaybook("settings", { playbooks: [newLead, { ...newLead, name: "Won" }] });
    const [, second] = settings.getAllByLabelText("Name");
    fireEvent.input(second as HTMLElement, { target: { value: "new LEAD" } });

    expect(await settings.saveSettings()).toBe(false);
    expect(settings.getAllByText("Another playbook has this name.")).toHaveLength(2);

    fireEvent.input(second as HTMLElement, { target: { value: "Lost" } });
    expect(await settings.saveSettings()).toBe(true);
  });
});

describe("the report", () => {
  it("counts the team's tasks by playbook and by manager", async () => {
    const report = await openPlaybook("advanced_settings", {
      scenario: withTasks(
        createTask("New lead: Call", -3, true),
        createTask("New lead: Call", 3),
        createTask("New lead: Call", -1),
      ),
    });

    await report.findByRole("img", { name: "New lead: 1 done, 1 open, 1 overdue" });
    expect(report.getAllByRole("table")).toHaveLength(2);
  });

  it("says so while there is nothing to report", async () => {
    const report = await openPlaybook("advanced_settings");

    await report.findByText("Nothing to report yet");
  });
});

describe("the pipeline's action", () => {
  it("offers the playbooks and keeps one that is gone in sight", async () => {
    const action = await openPlaybook("digital_pipeline");
    const select = action.getByLabelText("Playbook that this stage starts");

    fireEvent.change(select, { target: { value: "New lead" } });

    const field = document.querySelector<HTMLInputElement>(
      '[data-action="send_widget_hook"] [name="playbook"]',
    );
    expect(field?.value).toBe("New lead");
  });
});
