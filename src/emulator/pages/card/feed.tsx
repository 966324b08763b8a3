import type { EntityType } from "../../model/entities";
import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { Composer } from "./composer";
import { FeedHistory } from "./feed-history";
import { FeedTask } from "./feed-task";
import { listFeed } from "./list-feed";
import { NotesScroller } from "./notes-scroller";

/** The middle of a card: what happened, the open tasks, and the composer under them. */
export function Feed({ entity, id }: { entity: EntityType; id: number }) {
  const { t } = useCrm();
  const { history, open, talks } = useModel((model) => listFeed(model, entity, id));

  return (
    <div class="js-card-feed card-holder__feed">
      <NotesScroller key={id} id="nano-card-feed" last={history.at(-1)?.key}>
        {history.length === 0 && open.length === 0 && (
          <div class="crm-empty">
            <Icon name="chats" />
            <p class="crm-empty__title">{t(id === 0 ? "feed.new_card" : "feed.empty")}</p>
            <p>{t("feed.empty_hint")}</p>
          </div>
        )}
        <FeedHistory entries={history} />
        {open.length > 0 && (
          <div class="feed-tasks" id="feed_tasks">
            {open.map((task) => (
              <FeedTask key={task.id} task={task} />
            ))}
          </div>
        )}
      </NotesScroller>
      <Composer entity={entity} id={id} talks={talks} />
    </div>
  );
}
