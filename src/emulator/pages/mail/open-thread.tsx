import { Avatar } from "../components/avatar";
import { useCrm, useModel } from "../crm";
import type { Thread } from "./list-threads";

/** The letters of a thread, oldest first, under its subject. */
export function OpenThread({ thread }: { thread: Thread }) {
  const { t, format } = useCrm();
  const { letters, last } = thread;
  const lead = useModel((model) => model.tables.leads.get(last.lead_id));
  return (
    <article class="mail__thread crm-page__narrow">
      <header class="mail__head">
        <h3 class="head_2">{last.subject}</h3>
        {lead !== undefined && (
          <a class="js-navigate-link h-text-overflow" href={`/leads/detail/${lead.id}`}>
            {lead.name}
          </a>
        )}
      </header>
      {letters.map((letter) => (
        <section key={letter.id} class="crm-panel mail__letter" data-id={letter.id}>
          <div class="mail__author">
            <Avatar name={letter.author_name} />
            <b class="h-text-overflow">{letter.author_name}</b>
            <time class="crm-muted">{format.moment(letter.created_at)}</time>
          </div>
          <p class="mail__text">{letter.text}</p>
        </section>
      ))}
      <p class="crm-muted">{t("outside.mail")}</p>
    </article>
  );
}
