import { useEffect, useState } from "preact/hooks";
import { Button, Switcher } from "../components/controls";
import { useCrm, useStore } from "../crm";

/** What a widget's `calendarSync` offers (amoCRM: Task synchronisation). */
interface Offer {
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  onEnable?(): unknown;
  onDisable?(): unknown;
  onSetup?(): unknown;
}

type Calendar = { readonly code: string; readonly offer: Offer };

/** The button and window of the task synchronisation; only amoCRM has them, and only where a widget offers one. */
export function CalendarSync() {
  const crm = useCrm();
  const { t, loader, model } = crm;
  const started = useStore(crm.opened) === "started";
  const [calendars, setCalendars] = useState<readonly Calendar[]>([]);
  const isOffered = model.account.brand === "amocrm" && started;

  useEffect(() => {
    if (!isOffered) return;
    void loader
      .listCalendars()
      .then((found) =>
        Promise.all(
          found.map(({ code, offer }) =>
            readOffer(code, offer).catch((error: unknown) => {
              crm.host.errors.catch(code, error);
              return null;
            }),
          ),
        ),
      )
      .then((offers) => setCalendars(offers.flatMap((offer) => offer ?? [])));
  }, [isOffered, loader, crm.host]);

  if (calendars.length === 0) return null;
  const run = (code: string, action: () => unknown) => void crm.host.errors.guard(code, action);
  const open = () =>
    crm.openModal(() => (
      <div class="modal-body__inner">
        <h2 class="modal-body__caption head_2">{t("tasks.sync")}</h2>
        {calendars.map(({ code, offer }) => (
          <div key={code} class="crm-calendar-sync" data-widget-code={code}>
            <div>
              <b>{offer.name}</b>
              <p class="crm-muted">{offer.description}</p>
            </div>
            <Switcher
              id={`calendar_${code}`}
              name={`calendar_${code}`}
              label={offer.name}
              checked={offer.enabled}
              onChange={(isOn) => run(code, () => (isOn ? offer.onEnable?.() : offer.onDisable?.()))}
            />
            {offer.onSetup !== undefined && (
              <Button className="button-input_small" onClick={() => run(code, () => offer.onSetup?.())}>
                {t("menu.settings")}
              </Button>
            )}
          </div>
        ))}
      </div>
    ));
  return <Button onClick={open}>{t("tasks.sync")}</Button>;
}

async function readOffer(code: string, offer: unknown): Promise<Calendar | null> {
  if (offer === null || typeof offer !== "object") return null;
  const { name, description, enabled, ...actions } = offer as Partial<Record<keyof Offer, unknown>>;
  return {
    code,
    offer: {
      ...(actions as Omit<Offer, "name" | "description" | "enabled">),
      name: String(name ?? code),
      description: String(description ?? ""),
      enabled: (await enabled) === true,
    },
  };
}
