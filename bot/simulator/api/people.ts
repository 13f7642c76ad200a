import { type Answer, accepted, refused } from "../answer.ts";
import type { Platform } from "../platform.ts";
import { pageSchema, tagSchema, userSchema } from "../wire.ts";
import type { PhoneMessage, SimulatedPerson } from "../world.ts";
import type { Operation } from "./operation.ts";

const HISTORY_LIMIT = 10;
const PEOPLE_LIMIT = 50;

/** About the account and the people who wrote to it. */
export const peopleOperations: readonly Operation[] = [
  { method: "get", path: "/v2.0/oa/getoa", run: account },
  { method: "post", path: "/v3.0/oa/quota/message", run: quota },
  { method: "get", path: "/v3.0/oa/user/detail", run: detail },
  { method: "get", path: "/v3.0/oa/user/getlist", run: list },
  { method: "post", path: "/v2.0/oa/tag/tagfollower", run: changeTag((tags, tag) => [...tags, tag]) },
  {
    method: "post",
    path: "/v2.0/oa/tag/rmfollowerfromtag",
    run: changeTag((tags, tag) => tags.filter((name) => name !== tag)),
  },
  { method: "get", path: "/v2.0/oa/tag/gettagsofoa", run: tags },
  { method: "get", path: "/v2.0/oa/conversation", run: conversation },
  { method: "get", path: "/v2.0/oa/listrecentchat", run: recentChats },
];

function account(_input: unknown, { account: { oaId }, world }: Platform): Answer {
  return accepted({
    oa_id: oaId,
    name: "Một cửa (giả lập)",
    is_verified: true,
    package_name: "Tăng trưởng",
    package_valid_through_date: "31/12/2099",
    num_follower: world.people().filter(({ follows }) => follows === "yes").length,
  });
}

function quota(input: unknown, { world }: Platform): Answer {
  return withPerson(input, world, ({ lastInteractionAtMs }) => ({
    ...(lastInteractionAtMs !== undefined && { last_interaction: String(lastInteractionAtMs) }),
    cs_reply: { remain: 8, total: 8 },
  }));
}

function detail(input: unknown, { world }: Platform): Answer {
  return withPerson(input, world, (person) => ({
    user_id: person.id,
    display_name: "Người dân",
    is_sensitive: false,
    user_is_follower: person.follows === "yes",
    tags_and_notes_info: { notes: [], tag_names: person.tags },
  }));
}

function list(input: unknown, { world }: Platform): Answer {
  const read = pageSchema.safeParse(input);
  if (!read.success || read.data.count > PEOPLE_LIMIT) return refused(-210, "count exceeds 50");
  const { offset, count } = read.data;
  const people = world.people();
  const users = people.slice(offset, offset + count).map(({ id }) => ({ user_id: id }));
  return accepted({ total: people.length, users });
}

function changeTag(change: (tags: readonly string[], tag: string) => readonly string[]): Operation["run"] {
  return (input, { world }) => {
    const read = tagSchema.safeParse(input);
    if (!read.success) return refused(-201, "tag_name is invalid");
    return withPerson(input, world, (person) => {
      person.tags = [...new Set(change(person.tags, read.data.tag_name))];
      world.changed();
      return {};
    });
  };
}

function tags(_input: unknown, { world }: Platform): Answer {
  return accepted([...new Set(world.people().flatMap((person) => person.tags))]);
}

function conversation(input: unknown, { world, account: { oaId } }: Platform): Answer {
  const read = pageSchema.safeParse(input);
  if (!read.success || read.data.count > HISTORY_LIMIT) return refused(-210, "count exceeds 10");
  const { offset, count } = read.data;
  return withPerson(input, world, (person) =>
    person.messages
      .toReversed()
      .slice(offset, offset + count)
      .map((message) => historyRow(message, person, oaId)),
  );
}

function recentChats(input: unknown, { world, account: { oaId } }: Platform): Answer {
  const read = pageSchema.safeParse(input);
  if (!read.success || read.data.count > HISTORY_LIMIT) return refused(-210, "count exceeds 10");
  const { offset, count } = read.data;
  const newest = world
    .people()
    .flatMap((person) => {
      const message = person.messages.at(-1);
      return message ? [{ message, person }] : [];
    })
    .sort((a, b) => b.message.atMs - a.message.atMs);
  return accepted(
    newest.slice(offset, offset + count).map(({ message, person }) => historyRow(message, person, oaId)),
  );
}

function historyRow({ id, from, text, atMs }: PhoneMessage, person: SimulatedPerson, oaId: string): object {
  const byAccount = from === "oa";
  return {
    src: byAccount ? 0 : 1,
    time: atMs,
    type: "text",
    message: text,
    message_id: id,
    from_id: byAccount ? oaId : person.id,
    to_id: byAccount ? person.id : oaId,
  };
}

function withPerson(
  input: unknown,
  world: Platform["world"],
  answer: (person: SimulatedPerson) => unknown,
): Answer {
  const read = userSchema.safeParse(input);
  const person = read.success ? world.find(read.data.user_id) : undefined;
  return person ? accepted(answer(person)) : refused(-201, "user_id is invalid");
}
