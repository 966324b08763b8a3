import { useLayoutEffect, useState } from "preact/hooks";
import type { TabElement } from "../../loader/loader";
import type { EntityType, InstalledWidget } from "../../model/entities";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { Island } from "../components/island";
import { useCrm, useStore } from "../crm";

const elementTypes = { contacts: 1, leads: 2, companies: 3, customers: 12 } as const;

interface CardTabProps {
  readonly widget: InstalledWidget;
  readonly entity: EntityType;
  readonly id: number;
  readonly isOpen: boolean;
}

/**
 * A widget's tab of the card (Kommo: Card SDK): products to link, or whatever the widget puts into `#<code>`. Its
 * data is asked for when the tab is first opened.
 */
export function CardTab({ widget, entity, id, isOpen }: CardTabProps) {
  const { loader, opened, track } = useCrm();
  const isReady = useStore(opened) === "started";
  const [tab, setTab] = useState<{ preloaded: readonly TabElement[]; linked: readonly TabElement[] } | null>(
    null,
  );
  const shouldLoad = isOpen && isReady && tab === null;

  useLayoutEffect(() => {
    if (!shouldLoad) return;
    let isCurrent = true;
    void track(
      loader
        .openCardTab(widget.code, { elementType: elementTypes[entity], id })
        .then((answer) => isCurrent && setTab(answer)),
    );
    return () => {
      isCurrent = false;
    };
  }, [shouldLoad, loader, widget.code, entity, id, track]);

  return (
    <div class={`card-tab card-fields__group${isOpen ? "" : " hidden"}`} data-widget-code={widget.code}>
      <Island>
        <div id={widget.code} class="card-tab__own" />
      </Island>
      {tab !== null && (tab.preloaded.length > 0 || tab.linked.length > 0) && (
        <Products widget={widget} entity={entity} id={id} start={tab} />
      )}
    </div>
  );
}

interface ProductsProps extends Omit<CardTabProps, "isOpen"> {
  readonly start: { readonly preloaded: readonly TabElement[]; readonly linked: readonly TabElement[] };
}

function Products({ widget, entity, id, start }: ProductsProps) {
  const { loader, t } = useCrm();
  const [linked, setLinked] = useState(start.linked);
  const [found, setFound] = useState(start.preloaded);
  const target = { elementType: elementTypes[entity], id };
  const change = (element: TabElement, quantity: number) => ({
    from: entity,
    from_id: id,
    quantity,
    to_id: element.id,
    to_widget_id: widget.code,
  });

  const search = async (query: string) => {
    setFound(query === "" ? start.preloaded : await loader.searchCardTab(widget.code, query, target));
  };
  const link = async (element: TabElement, quantity: number) => {
    if (!(await loader.linkInCardTab(widget.code, { link: [change(element, quantity)] }))) return;
    setLinked([...linked.filter((one) => one.id !== element.id), { ...element, quantity }]);
  };
  const unlink = async (element: TabElement) => {
    const unlinked = { unlink: [change(element, element.quantity ?? 1)] };
    if (await loader.linkInCardTab(widget.code, unlinked))
      setLinked(linked.filter((one) => one.id !== element.id));
  };
  const open = found.filter(({ id: other }) => !linked.some((one) => one.id === other));

  return (
    <div class="card-tab__products">
      <input
        class="text-input"
        type="search"
        placeholder={t("products.search")}
        aria-label={t("products.search")}
        onInput={(event) => void search(event.currentTarget.value.trim())}
      />
      <ul class="card-tab__list">
        {linked.map((element) => (
          <li key={element.id} class="card-tab__item card-tab__item_linked">
            <span class="card-tab__name">
              {element.name}
              <span class="crm-muted"> {element.sku}</span>
            </span>
            <span>{element.price}</span>
            <input
              class="text-input card-tab__quantity"
              type="number"
              min={1}
              aria-label={t("products.quantity", { name: element.name })}
              value={element.quantity ?? 1}
              onChange={(event) => void link(element, Math.max(1, Number(event.currentTarget.value)))}
            />
            <button
              type="button"
              class="crm-icon-button"
              aria-label={t("products.remove", { name: element.name })}
              onClick={() => void unlink(element)}
            >
              <Icon name="close" small />
            </button>
          </li>
        ))}
        {open.map((element) => (
          <li key={element.id} class="card-tab__item">
            <span class="card-tab__name">
              {element.name}
              <span class="crm-muted"> {element.sku}</span>
            </span>
            <span>{element.price}</span>
            <Button className="button-input_small" onClick={() => void link(element, 1)}>
              {t("products.add")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
