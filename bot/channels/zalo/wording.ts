import { OperatorError } from "../../base/index.ts";
import type { Language, Replies } from "../../domain/index.ts";

/** Wording of the channel by its name without `channel.`, with `{placeholders}` filled. */
export type Words = (name: string, language: Language, values?: Readonly<Record<string, string>>) => string;

/** @throws OperatorError when a wording is missing: at the first use, so `createX` functions try theirs at once. */
export function channelWords(replies: Replies): Words {
  return (name, language, values = {}) => {
    const text = replies[`channel.${name}`];
    if (!text) throw new OperatorError(`knowledge/replies/channel.json: "channel.${name}" is missing`);
    const template = language === "en" ? (text.en ?? text.vi) : text.vi;
    return template.replace(/\{([a-z]+)\}/g, (whole, key: string) => values[key] ?? whole);
  };
}
