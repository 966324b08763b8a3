import type { Letter } from "../entities";
import { day, type SeedContext } from "./context";
import type { SeedCards } from "./make-cards";
import type { SettingsTables } from "./make-settings";

const firstThread = 5201;
/** Between a letter and its answer, seconds. */
const pause = 5400;

/** Threads of letters with the main contacts of some leads, the client's and ours by turns. Chance has no part in it. */
export function makeLetters(
  { texts, now }: SeedContext,
  { users }: SettingsTables,
  { leads, contacts }: SeedCards,
): Letter[] {
  const letters: Letter[] = [];
  for (const [index, thread] of texts.letters.entries()) {
    const lead = leads[index * 3];
    const contact = contacts[(index * 3) % contacts.length];
    if (lead === undefined || contact === undefined) continue;
    const user = users.find(({ id }) => id === lead.responsible_user_id);
    const start = Math.max(lead.created_at, now - day * (index * 2 + 1));
    for (const [line, text] of thread.lines.entries()) {
      const isIncoming = line % 2 === 0;
      const isLast = line === thread.lines.length - 1;
      letters.push({
        id: 8001 + letters.length,
        thread_id: firstThread + index,
        contact_id: contact.id,
        lead_id: lead.id,
        type: isIncoming ? "incoming" : "outgoing",
        subject: thread.subject,
        text,
        author_name: isIncoming ? contact.name : (user?.name ?? ""),
        is_read: !(isIncoming && isLast),
        created_at: start + line * pause,
      });
    }
  }
  return letters;
}
