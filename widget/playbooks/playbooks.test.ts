import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planTasks } from "./plan-tasks";
import type { Playbook } from "./playbook";
import { readPlaybooks } from "./read-playbooks";
import { readProgress, type PlaybookTask } from "./read-progress";
import { summarizeTasks } from "./summarize-tasks";
import { formatTaskText, parseTaskText } from "./task-text";
import { validatePlaybooks } from "./validate-playbooks";

const call: Playbook = {
  name: "New lead",
  steps: [
    { text: "Call", taskType: 1, days: 0, assignee: "responsible" },
    { text: "Send offer", taskType: 2, days: 3, assignee: "current" },
    { text: "Visit", taskType: 1, days: 7, assignee: 44 },
  ],
};

function fakeTask(id: number, overrides: Partial<PlaybookTask> = {}): PlaybookTask {
  return {
    id,
    text: "New lead: Call",
    complete_till: 1000,
    is_completed: false,
    responsible_user_id: 1,
    ...overrides,
  };
}

describe("the text of a task", () => {
  it("leads back to playbook and step, whatever the step says", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (name, step) => {
        fc.pre(!name.includes(":"));
        expect(parseTaskText(formatTaskText(name, step))).toEqual({ playbook: name, step });
      }),
    );
  });

  it.each(["Call John", ": no name", ""])("belongs to no playbook when it is %j", (text) => {
    expect(parseTaskText(text)).toBeNull();
  });
});

describe("reading saved playbooks", () => {
  it.each([undefined, null, "", 7, {}, "[]"])("gives none for %j", (saved) => {
    expect(readPlaybooks(saved)).toEqual([]);
  });

  it("gives back what was saved", () => {
    expect(readPlaybooks(JSON.parse(JSON.stringify([call])))).toEqual([call]);
  });

  it("leaves out what is no playbook and mends what is out of range", () => {
    const saved = [
      null,
      { name: " " },
      { name: "A", steps: [{ text: "x", days: 9e9, assignee: "boss" }, { text: 1 }] },
    ];

    expect(readPlaybooks(saved)).toEqual([
      { name: "A", steps: [{ text: "x", taskType: 1, days: 365, assignee: "responsible" }] },
    ]);
  });

  it("never throws, whatever it finds", () => {
    fc.assert(fc.property(fc.anything(), (saved) => Array.isArray(readPlaybooks(saved))));
  });
});

describe("validating playbooks", () => {
  it.each([
    [{ ...call, name: " " }, "0", "name_missing"],
    [{ ...call, name: "A: B" }, "0", "name_colon"],
    [{ ...call, name: "x".repeat(61) }, "0", "name_long"],
    [{ ...call, steps: [] }, "0", "no_steps"],
    [{ ...call, steps: [{ ...call.steps[0], text: "" }] }, "0.0", "text_missing"],
    [{ ...call, steps: [{ ...call.steps[0], text: "x".repeat(201) }] }, "0.0", "text_long"],
    [{ ...call, steps: [call.steps[0], { ...call.steps[0], days: 1.5 }] }, "0.1", "days_range"],
  ])("marks %j at %s as %s", (playbook, key, fault) => {
    expect([...validatePlaybooks([playbook as Playbook])]).toEqual([[key, fault]]);
  });

  it("marks both playbooks of the same name", () => {
    const faults = validatePlaybooks([call, { ...call, name: " NEW LEAD" }]);

    expect([...faults]).toEqual([
      ["0", "name_taken"],
      ["1", "name_taken"],
    ]);
  });

  it("lets good ones through", () => {
    expect(validatePlaybooks([call]).size).toBe(0);
  });
});

describe("planning tasks", () => {
  it("makes one task a step, due at the end of its day, for whom the step says", () => {
    const now = new Date("2026-03-06T04:30:00Z"); // the evening of the 5th in New York

    const tasks = planTasks(
      call,
      { entityType: "leads", entityId: 5, responsibleUserId: 11 },
      { now, currentUserId: 22, timeZone: "America/New_York" },
    );

    expect(tasks.map((task) => [task.text, task.task_type_id, task.responsible_user_id])).toEqual([
      ["New lead: Call", 1, 11],
      ["New lead: Send offer", 2, 22],
      ["New lead: Visit", 1, 44],
    ]);
    // Clocks go forward on the 8th.
    expect(tasks.map((task) => new Date(task.complete_till * 1000).toISOString())).toEqual([
      "2026-03-06T04:59:00.000Z",
      "2026-03-09T03:59:00.000Z",
      "2026-03-13T03:59:00.000Z",
    ]);
    expect(tasks.every((task) => task.entity_type === "leads" && task.entity_id === 5)).toBe(true);
  });
});

describe("the progress of a card", () => {
  it("shows the playbooks at work, steps by due date, tasks of nobody left out", () => {
    const tasks = [
      fakeTask(1, { text: "New lead: Send offer", complete_till: 3000 }),
      fakeTask(2, { is_completed: true }),
      fakeTask(3, { text: "Old name: Call" }),
      fakeTask(4, { text: "Buy milk" }),
      fakeTask(5, { text: "New lead: Visit", complete_till: 1500 }),
    ];

    const [progress, ...others] = readProgress([{ name: "Idle", steps: [] }, call], tasks, 2000);

    expect(others).toEqual([]);
    expect(progress?.playbook.name).toBe("New lead");
    expect(progress?.steps.map(({ taskId, state }) => [taskId, state])).toEqual([
      [2, "done"],
      [5, "overdue"],
      [1, "open"],
    ]);
    expect([progress?.done, progress?.overdue]).toEqual([1, 1]);
  });
});

describe("the report", () => {
  it("counts by playbook in the order of the settings and by manager, the busiest first", () => {
    const tasks = [
      fakeTask(1, { responsible_user_id: 2, is_completed: true }),
      fakeTask(2, { responsible_user_id: 3 }),
      fakeTask(3, { responsible_user_id: 3, complete_till: 9000 }),
      fakeTask(4, { text: "Hand-written" }),
    ];

    const report = summarizeTasks([{ name: "Idle", steps: [] }, call], tasks, 2000);

    expect(report.byPlaybook).toEqual([
      { key: "Idle", open: 0, overdue: 0, done: 0 },
      { key: "New lead", open: 1, overdue: 1, done: 1 },
    ]);
    expect(report.byManager).toEqual([
      { key: "3", open: 1, overdue: 1, done: 0 },
      { key: "2", open: 0, overdue: 0, done: 1 },
    ]);
    expect(report.total).toEqual({ open: 1, overdue: 1, done: 1 });
  });
});
