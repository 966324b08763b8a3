import type { ChatMessage } from "../../model/entities";
import type { ModelView } from "../../model/model";

/** What was said in a conversation, as far as the page has it, oldest first. */
export function listMessages(model: ModelView, talk: number): readonly ChatMessage[] {
  return model.tables.chat_messages
    .filter(({ talk_id }) => talk_id === talk)
    .sort((one, other) => one.created_at - other.created_at || one.id.localeCompare(other.id));
}
