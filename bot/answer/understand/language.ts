import type { Language } from "../../domain/index.ts";
import { hasAccents, type Word } from "../../text/index.ts";

/**
 * English words that are not also a Vietnamese syllable without its marks: `the` may be thẻ, `to` tờ,
 * `can` cần, `do` đồ, `my` Mỹ, so none of those can tell the languages apart.
 */
const englishWords = new Set(
  `how what where which when who why is are was were does did have has need want get got please my our your their
  of and for with from about should would could without certificate register registration birth death marriage
  married license licence card land house house's tax passport permit driving office commune fee fees cost much many
  long days documents papers required foreigner foreign wife husband child baby business open lost replace renew
  apply application online this that there english hello hi thanks thank you i'm i've don't help house building
  buy sell school health insurance residence temporary permanent change name copy notarize certify visa`
    .split(/\s+/)
    .filter(Boolean),
);

/** Guesses the language of one message. Any Vietnamese mark decides for Vietnamese; short texts need one clear English word. */
export function guessLanguage(text: string, words: readonly Word[]): Language {
  if (hasAccents(text) || words.length === 0) return "vi";
  const english = words.filter(({ folded }) => englishWords.has(folded)).length;
  return english >= 2 && english / words.length >= 0.25 ? "en" : english === words.length ? "en" : "vi";
}
