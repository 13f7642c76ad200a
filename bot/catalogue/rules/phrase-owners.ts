import { ownedPhrases, phraseKey } from "../checking/phrases.ts";
import type { Finding, Rule } from "../checking/rule.ts";

/** The matcher cannot choose between two owners of the same words. */
export const phraseOwners: Rule = {
  name: "phrase-owners",
  description:
    "What people say leads to one thing; a word for several procedures is a topic, owned by no guide.",
  scope: "phrases",
  check: (knowledge) => {
    const owners = new Map<string, { readonly owner: string; readonly phrase: string }>();
    return ownedPhrases(knowledge).flatMap(({ file, code, field, phrase, owner }): Finding[] => {
      const key = phraseKey(phrase);
      const first = owners.get(key);
      if (!first) {
        owners.set(key, { owner, phrase });
        return [];
      }
      const expected =
        first.owner === owner
          ? "each phrase once (accents and capitals do not tell them apart)"
          : "one owner, or a topic";
      return [
        { file, code, field, found: `“${phrase}”, also “${first.phrase}” of ${first.owner}`, expected },
      ];
    });
  },
};
