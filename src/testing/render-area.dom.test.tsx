import { fireEvent } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Faults } from "../emulator/model/wire";
import { defineManifest } from "../manifest";
import {
  AdvancedSettingsArea,
  CardArea,
  CardTabArea,
  CatalogArea,
  collect,
  createWidget,
  DigitalPipelineArea,
  EverywhereArea,
  LeadSourceArea,
  ListArea,
  MenuPageArea,
  Modal,
  SalesbotArea,
  SettingsArea,
  useAsync,
  useCard,
  useRest,
  useSelection,
  useSettings,
  useTranslate,
} from "../runtime";
import { renderArea } from "./render-area";

const manifest = defineManifest({
  name: "greeter",
  version: "1.0.0",
  distribution: "marketplace",
  locales: ["en", "es"],
  locations: {
    lcard: "panel",
    ccard: "panel",
    comcard: "panel",
    cucard: "hidden",
    llist: "panel",
    clist: "panel",
    culist: "panel",
    tlist: "panel",
    settings: true,
    advanced_settings: true,
    digital_pipeline: true,
    card_sdk: true,
    catalogs: true,
    lead_sources: true,
    salesbot_designer: true,
    widget_page: true,
    everywhere: true,
  },
  settings: { words: { type: "custom" }, token: { type: "text" } },
  digitalPipeline: { settings: { greeting: { type: "text", required: true } }, multiple: false },
  salesbotDesigner: { handlers: { greet: { settings: { text: { type: "text", manual: true } } } } },
  leftMenu: { items: { greetings: { icon: "images/logo.svg" } } },
});

const texts = {
  en: {
    widget: { name: "Greeter" },
    hello: "Hello, {name}",
    words: { one: "{count} word", other: "{count} words" },
  },
  es: {
    widget: { name: "Saludador" },
    hello: "Hola, {name}",
    words: { one: "{count} palabra", other: "{count} palabras" },
  },
};

const log: string[] = [];

function Greeting() {
  const t = useTranslate() as (key: string, values?: object) => string;
  const card = useCard();
  const rest = useRest();
  const { words } = useSettings() as { words?: readonly string[] };
  const tasks = useAsync(
    (signal) =>
      collect(rest.tasks.list({ filter: { entity_type: "leads", entity_id: [card.id] } }, { signal })),
    [card.id],
  );
  return (
    <section>
      <h2>{t("hello", { name: String(card.get("lead[NAME]")) })}</h2>
      <p>{t("words", { count: words?.length ?? 0 })}</p>
      {tasks.loading ? <p role="status">…</p> : null}
      {tasks.error ? <button onClick={tasks.retry}>Again</button> : null}
      <ul>
        {tasks.data?.map((task) => (
          <li key={task.id}>{task.text}</li>
        ))}
      </ul>
    </section>
  );
}

class Card extends CardArea {
  init() {
    log.push("init");
  }
  bindActions() {
    log.push("bind");
  }
  destroy() {
    log.push("destroy");
  }
  render() {
    return <Greeting />;
  }
}

class HiddenCard extends CardArea {
  init() {
    log.push(`hidden ${this.card.id > 0}`);
  }
}

class List extends ListArea {
  render() {
    return <Rows />;
  }
}

function Rows() {
  return <p>{useSelection().length} rows</p>;
}

class Settings extends SettingsArea<readonly string[]> {
  validate(words: readonly string[] = []) {
    if (words.length === 0) return "Add a word.";
  }
  render() {
    const words = this.value ?? [];
    return <button onClick={() => this.change([...words, "Hi"])}>{words.length} words</button>;
  }
}

class Report extends AdvancedSettingsArea {
  render() {
    return <h2>Report</h2>;
  }
}

class StageAction extends DigitalPipelineArea {
  private readonly greeting = this.field("greeting" as never);
  init() {
    this.greeting.hide();
  }
  render() {
    return <button onClick={() => (this.greeting.value = "Hi")}>Choose</button>;
  }
}

class Tab extends CardTabArea {
  render() {
    return <p>Tab</p>;
  }
}

class Element extends CatalogArea {
  render() {
    return <p>Element {this.element.id}</p>;
  }
}

class Source extends LeadSourceArea {
  init() {
    log.push(`source ${this.pipelineId > 0}`);
  }
}

class Step extends SalesbotArea {
  exits() {
    return [{ code: "done", title: "Done" }];
  }
  save() {
    return [];
  }
  render() {
    return <p>Step</p>;
  }
}

class Page extends MenuPageArea {
  render() {
    return <p>Page {this.page.item_code}</p>;
  }
}

class Everywhere extends EverywhereArea {
  init() {
    log.push("everywhere");
  }
}

const widget = createWidget<typeof manifest>({
  lcard: Card,
  ccard: Card,
  comcard: Card,
  cucard: HiddenCard,
  llist: List,
  clist: List,
  culist: List,
  tlist: List,
  settings: Settings,
  advanced_settings: Report,
  digital_pipeline: StageAction,
  card_sdk: Tab,
  catalogs: Element,
  lead_sources: Source,
  salesbot_designer: Step,
  widget_page: Page,
  everywhere: Everywhere,
});

beforeEach(() => {
  log.length = 0;
});

describe("every location", () => {
  it.each([
    ["lcard", "Hello, "],
    ["ccard", "Hello, "],
    ["comcard", "Hello, "],
    ["llist", "2 rows"],
    ["clist", "2 rows"],
    ["culist", "2 rows"],
    ["tlist", "2 rows"],
    ["settings", "0 words"],
    ["advanced_settings", "Report"],
    ["digital_pipeline", "Choose"],
    ["card_sdk", "Tab"],
    ["catalogs", "Element "],
    ["salesbot_designer", "Step"],
    ["widget_page", "Page greetings"],
  ] as const)("%s shows the area's view", async (location, text) => {
    const area = await renderArea(location, widget, { manifest, texts });

    expect(area.container.textContent).toContain(text);
    expect(area.errors).toEqual([]);
  });

  it.each([
    ["cucard", "hidden true"],
    ["lead_sources", "source true"],
    ["everywhere", "everywhere"],
  ] as const)("%s runs without one", async (location, entry) => {
    const area = await renderArea(location, widget, { manifest, texts });

    expect(log).toContain(entry);
    expect(() => area.container).toThrow("The widget draws nothing on ");
  });

  it("is refused when the manifest does not list it", async () => {
    const { locations: _all, ...rest } = manifest;
    const small = { ...rest, locations: { lcard: "panel" } } as const;

    await expect(renderArea("ccard" as never, Card, { manifest: small })).rejects.toThrow(
      'renderArea was asked for "ccard", which the manifest does not list; it lists lcard.',
    );
  });
});

describe("what an area is made of", () => {
  it.each([
    ["a module", widget],
    ["its class", Card],
    ["some classes", { lcard: Card }],
  ])("may be %s", async (_what, source) => {
    const area = await renderArea("lcard", source as never, { manifest, texts });

    expect(area.getByRole("heading").textContent).toMatch(/^Hello, /);
    expect(log.filter((entry) => entry !== "everywhere")).toEqual(["init", "bind"]);
  });
});

describe("the account", () => {
  it("holds the saved settings, each as the value that it means", async () => {
    const area = await renderArea("lcard", Card, {
      manifest,
      texts,
      settings: { words: ["a", "b"] },
    });

    expect(area.getByText("2 words")).toBeDefined();
  });

  it("speaks the language of its scenario", async () => {
    const area = await renderArea("lcard", Card, {
      manifest,
      texts,
      scenario: { locale: "es" },
    });

    expect(area.getByRole("heading").textContent).toMatch(/^Hola, /);
    expect(area.getByText("0 palabras")).toBeDefined();
  });

  it("answers the widget's requests, and can be changed before", async () => {
    const area = await renderArea("lcard", Card, {
      manifest,
      texts,
      prepare(model) {
        const [lead] = [...model.tables.leads.all()];
        const lead_id = lead?.id ?? 0;
        model.run("createTask", {
          text: "Call the architect",
          complete_till: model.now(),
          entity_type: "leads",
          entity_id: lead_id,
        } as never);
      },
    });

    expect(await area.findByText("Call the architect")).toBeDefined();
    expect(area.requests.map(({ method, url, status }) => [method, url.split("?")[0], status])).toEqual([
      ["POST", "/ajax/widgets/list", 200],
      ["GET", "/api/v4/tasks", 200],
    ]);
  });

  it("lives in its own present", async () => {
    const before = Date.now();

    const area = await renderArea("lcard", Card, {
      manifest,
      texts,
      scenario: { now: "2030-01-02T03:04:05Z" },
    });

    expect(new Date().toISOString().slice(0, 16)).toBe("2030-01-02T03:04");
    expect(area.model.now()).toBeGreaterThan(before / 1000);
  });

  it("opens the page that is asked for", async () => {
    const area = await renderArea("lcard", Card, {
      manifest,
      texts,
      url: "/leads/detail/add",
    });

    expect(area.APP.data.current_card).toMatchObject({ id: 0 });
  });
});

describe("the CRM around the area", () => {
  it("lets the user go to another page and back", async () => {
    const area = await renderArea("lcard", Card, { manifest, texts });

    await area.open("advanced_settings");
    expect(log).toEqual(["init", "bind", "destroy"]);
    expect(area.queryByRole("heading")).toBeNull();
    await area.open("lcard");

    expect(area.getByRole("heading").textContent).toMatch(/^Hello, /);
    expect(log).toEqual(["init", "bind", "destroy", "init", "bind"]);
  });

  it("refuses to save what the widget refuses, and saves what it allows", async () => {
    const area = await renderArea("settings", widget, { manifest, texts });

    expect(await area.saveSettings()).toBe(false);
    expect(area.getByRole("alert").textContent).toBe("Add a word.");
    fireEvent.click(area.getByRole("button"));
    expect(area.container.textContent).toContain("1 words");
    expect(await area.saveSettings({ token: "abc" })).toBe(true);

    expect(area.model.tables.widgets.get("greeter")?.settings).toMatchObject({
      words: '["Hi"]',
      token: "abc",
    });
  });

  it("ticks other rows and chooses the widget again", async () => {
    const area = await renderArea("llist", widget, { manifest, texts });
    const [first] = await area.select();

    await area.select([first ?? 0]);
    await area.runListAction();

    expect(area.getByText("1 rows")).toBeDefined();
  });

  it("hears what the area writes into an automation's form", async () => {
    const area = await renderArea("digital_pipeline", widget, { manifest, texts });

    fireEvent.click(area.getByText("Choose"));

    expect(document.querySelector<HTMLInputElement>("input[name=greeting]")?.value).toBe("Hi");
  });

  it("can destroy the widget, and disable it", async () => {
    const area = await renderArea("lcard", Card, { manifest, texts });

    expect(await area.disable()).toBe(true);
    expect(log).toEqual(["init", "bind", "destroy"]);
    expect(() => area.container).toThrow();
    await area.destroy();

    expect(log).toEqual(["init", "bind", "destroy"]);
  });

  it("goes wrong as it is told to", async () => {
    const area = await renderArea("lcard", Card, {
      manifest,
      texts,
      scenario: { faults: { status: 403 } },
    });
    const again = await area.findByText("Again");

    area.setFaults({ status: null });
    fireEvent.click(again);

    await vi.waitFor(() => expect(area.queryByText("Again")).toBeNull());
    expect(() => area.setFaults({ satus: 1 } as never)).toThrow('There is no fault "satus".');
  });

  it("shows a container late where that is the fault", async () => {
    const area = await renderArea("lcard", Card, {
      manifest,
      texts,
      scenario: { faults: { containerDelay: 500 } },
    });
    expect(area.queryByRole("heading")).toBeNull();

    expect(await area.findByRole("heading", {}, { timeout: 5000 })).toBeDefined();
  });
});

describe("an area's life in the CRM", () => {
  it.each<[string, Partial<Faults>]>([
    ["calls everything twice", { callTwice: true }],
    ["holds to the documented order", { order: "documented" }],
    ["draws the containers late", { containerDelay: 20 }],
  ])("is the same when the CRM %s", async (_what, faults) => {
    for (const location of ["lcard", "settings", "advanced_settings", "widget_page"] as const) {
      const area = await renderArea(location, widget, { manifest, texts, scenario: { faults } });

      await vi.waitFor(() => expect(area.container.isConnected).toBe(true), { timeout: 5000 });
      expect(document.querySelectorAll(".greeter:not(.modal)"), location).toHaveLength(1);
      expect(area.errors).toEqual([]);
    }
  });

  it("goes through navigation with the widget that lives on, whose card ends and begins", async () => {
    const lasting = { ...manifest, initOnce: true } as const;
    const area = await renderArea(
      "lcard",
      { lcard: Card, everywhere: Everywhere },
      { manifest: lasting, texts },
    );

    await area.open("advanced_settings");
    await area.open("lcard");

    expect(log.filter((entry) => entry !== "everywhere")).toEqual([
      "init",
      "bind",
      "destroy",
      "init",
      "bind",
    ]);
    expect(log.filter((entry) => entry === "everywhere")).toHaveLength(1);
    expect(area.callbacks.map(({ name }) => name)).toEqual([
      "render",
      "init",
      "bind_actions",
      "render",
      "render",
    ]);
    expect(document.querySelectorAll(".card-widgets__widget-greeter")).toHaveLength(1);
  });

  it("ends in the middle of a request without a word", async () => {
    const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
    const area = await renderArea("lcard", Card, { manifest, texts, scenario: { faults: { delay: 200 } } });
    expect(area.getByRole("status")).toBeDefined();

    await area.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect(debug).not.toHaveBeenCalled();
    expect(area.errors).toEqual([]);
    debug.mockRestore();
  });
});

describe("the host's modules", () => {
  it("belong to the CRM that stands in the window", async () => {
    class Asking extends CardArea {
      render() {
        return (
          <Modal onClose={() => log.push("closed")}>
            <p>Sure?</p>
          </Modal>
        );
      }
    }
    const area = await renderArea("lcard", Asking, { manifest, texts });

    expect(document.querySelector(".modal .modal-body .greeter")?.textContent).toBe("Sure?");
    await area.destroy();
    expect(document.querySelector(".modal .modal-body")).toBeNull();
  });
});

it("leaves nothing of a CRM in the window for the next test", async () => {
  const area = await renderArea("lcard", Card, { manifest, texts });
  const first = area.container;

  await renderArea("lcard", Card, { manifest, texts });

  expect(first.isConnected).toBe(false);
  expect(document.querySelectorAll("#wrapper")).toHaveLength(1);
});
