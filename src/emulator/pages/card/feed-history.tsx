import { Fragment } from "preact";
import { useCrm } from "../crm";
import { FeedEntryView } from "./feed-entry";
import type { FeedEntry } from "./list-feed";

/** What happened, oldest first, with the day over its first entry. */
export function FeedHistory({ entries }: { entries: readonly FeedEntry[] }) {
  const { format } = useCrm();
  return (
    <>
      {entries.map((entry, index) => {
        const before = entries[index - 1];
        const isNewDay =
          before === undefined || format.startOfDay(before.time) !== format.startOfDay(entry.time);
        return (
          <Fragment key={entry.key}>
            {isNewDay && (
              <div class="feed-date">
                <span>{format.date(entry.time)}</span>
              </div>
            )}
            <FeedEntryView entry={entry} />
          </Fragment>
        );
      })}
    </>
  );
}
