import { z } from "zod";
import type { Call } from "../call.ts";
import { zaloLimits } from "../limits.ts";
import { historySchema, peopleSchema, personSchema, tagsSchema } from "../wire.ts";

/** A person as the account sees them. Only ask when it is needed: it is personal data. */
export interface Person {
  readonly userId: string;
  readonly displayName?: string;
  readonly isFollower?: boolean;
  /** The platform says these belong to a protected group. */
  readonly isSensitive?: boolean;
  /** `DD/MM/YYYY` */
  readonly lastInteractionDate?: string;
  readonly tags: readonly string[];
}

/** One row of the account's chats. */
export interface HistoryMessage {
  readonly messageId: string;
  readonly from: "account" | "person";
  readonly sentAtMs: number;
  readonly type: string;
  readonly text: string;
  readonly fromId?: string;
  readonly toId?: string;
}

/** People, their tags and their chats with the account. */
export interface PeopleApi {
  person(userId: string): Promise<Person>;
  /** User ids, at most 50 from `offset` (up to 9,951). */
  list(page: {
    offset: number;
    count: number;
    tag?: string;
    isFollower?: boolean;
  }): Promise<readonly string[]>;
  /** Puts a tag on a person; makes the tag when it is new. */
  tag(userId: string, tag: string): Promise<void>;
  untag(userId: string, tag: string): Promise<void>;
  removeTag(tag: string): Promise<void>;
  tags(): Promise<readonly string[]>;
  /** The newest message of each recent chat; at most ten rows a call. */
  recentChats(page: { offset: number; count: number }): Promise<readonly HistoryMessage[]>;
  /** Messages with one person, newest first; at most ten rows a call. */
  conversation(userId: string, page: { offset: number; count: number }): Promise<readonly HistoryMessage[]>;
}

/** The calls about people. */
export function peopleApi(call: Call, options: { readonly apiUrl: string }): PeopleApi {
  const get = <S extends z.ZodType>(name: string, path: string, query: Record<string, unknown>, data: S) =>
    call({ family: "oa", name, method: "GET", url: `${options.apiUrl}${path}`, query }, data);
  const post = async (name: string, path: string, body: object) => {
    await call({ family: "oa", name, method: "POST", url: `${options.apiUrl}${path}`, body }, z.unknown());
  };
  const history = async (name: string, query: { offset: number; count: number; user_id?: string }) => {
    const count = Math.min(query.count, zaloLimits.historyCount);
    const rows = await get(name, `/v2.0/oa/${name}`, { ...query, count }, historySchema);
    return rows.map(historyMessage);
  };
  return {
    async person(userId) {
      const data = await get("user/detail", "/v3.0/oa/user/detail", { user_id: userId }, personSchema);
      return person(data);
    },
    async list({ offset, count, tag, isFollower }) {
      const query = {
        offset: Math.min(offset, zaloLimits.peopleOffset),
        count: Math.min(count, zaloLimits.peopleCount),
        ...(tag && { tag_name: tag }),
        ...(isFollower !== undefined && { is_follower: isFollower }),
      };
      const { users } = await get("user/getlist", "/v3.0/oa/user/getlist", query, peopleSchema);
      return users.map((user) => user.user_id);
    },
    tag: (userId, tag) =>
      post("tag/tagfollower", "/v2.0/oa/tag/tagfollower", { user_id: userId, tag_name: tag }),
    untag: (userId, tag) =>
      post("tag/rmfollowerfromtag", "/v2.0/oa/tag/rmfollowerfromtag", { user_id: userId, tag_name: tag }),
    removeTag: (tag) => post("tag/rmtag", "/v2.0/oa/tag/rmtag", { tag_name: tag }),
    tags: () => get("tag/gettagsofoa", "/v2.0/oa/tag/gettagsofoa", {}, tagsSchema),
    recentChats: (page) => history("listrecentchat", page),
    conversation: (userId, page) => history("conversation", { ...page, user_id: userId }),
  };
}

function person(data: z.output<typeof personSchema>): Person {
  return {
    userId: data.user_id,
    ...(data.display_name !== undefined && { displayName: data.display_name }),
    ...(data.user_is_follower !== undefined && { isFollower: data.user_is_follower }),
    ...(data.is_sensitive !== undefined && { isSensitive: data.is_sensitive }),
    ...(data.user_last_interaction_date && { lastInteractionDate: data.user_last_interaction_date }),
    tags: data.tags_and_notes_info?.tag_names ?? [],
  };
}

function historyMessage(row: z.output<typeof historySchema>[number]): HistoryMessage {
  return {
    messageId: row.message_id,
    from: row.src === 0 ? "account" : "person",
    sentAtMs: row.time,
    type: row.type ?? "text",
    text: row.message ?? "",
    ...(row.from_id && { fromId: row.from_id }),
    ...(row.to_id && { toId: row.to_id }),
  };
}
