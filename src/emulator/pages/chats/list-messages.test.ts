import { describe, expect, it } from "vitest";
import { createModel } from "../../model/create-model";
import { createAccount } from "../../model/seed/create-account";
import { listMessages } from "./list-messages";

describe("the messages of a conversation", () => {
  it("stand in the order in which they were sent, whatever their order in the page", () => {
    const account = createAccount();
    const sent = account.tables.chat_messages.filter(({ talk_id }) => talk_id === 3101);
    const tables = { ...account.tables, chat_messages: account.tables.chat_messages.toReversed() };

    expect(listMessages(createModel({ ...account, tables }), 3101)).toEqual(sent);
  });
});
