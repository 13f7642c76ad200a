import type { ChannelKind } from "../../domain/index.ts";
import { eachGuide } from "../checking/each.ts";
import type { Rule } from "../checking/rule.ts";

const kinds = ["counter", "online", "postal"] as const satisfies readonly ChannelKind[];

/** Steps for a way of filing that is not offered end at a closed counter. */
export const guideChannels: Rule = {
  name: "guide-channels",
  description: "A guide explains only the ways of filing that the record offers.",
  scope: "guides",
  check: (knowledge) =>
    eachGuide(knowledge, ({ guide }) => {
      const offered = knowledge.recordOf(guide.code)?.channels.map(({ kind }) => kind) ?? [];
      if (offered.length === 0) return [];
      return kinds
        .filter((kind) => guide.steps?.[kind]?.length && !offered.includes(kind))
        .map((kind) => ({
          field: `steps.${kind}`,
          found: `steps for ${kind}`,
          expected: `only ${offered.join(", ")}`,
        }));
    }),
};
