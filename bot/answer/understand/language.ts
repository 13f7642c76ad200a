import type { Language } from "../../domain/index.ts";
import { hasAccents, type Word } from "../../text/index.ts";

/** Common English words. Left out are some that nearly always are Vietnamese: `the` may be thẻ, `to` tờ, `can` cần, `my` Mỹ. */
const english = new Set(
  `a how what where which when who why is are was were does did have has had need want get got please our your
  their his her its it of and for with from about should would could without register registration birth death
  marriage married license licence card land house tax permit driving office fee fees cost much many long days
  documents document papers required foreigner foreign wife husband child children baby business open lost replace
  renew apply application this that these those there english hello hi thanks thank you we they he she me us not
  don't help building buy sell school health insurance residence temporary permanent change name copy certify
  if or be been will am at on by as an all any some new old first last after before day week month year`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that both languages use; they say nothing. */
const shared = new Set(
  "online passport visa app web website email form free shop zalo vneid ok internet hotline link file facebook".split(
    " ",
  ),
);

/** What a Vietnamese syllable looks like without marks; `register`, `cracked`, `birth` do not. */
const syllable =
  /^(?:ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdhklmnprstvx])?(?:uye|uya|uyu|ieu|yeu|oai|oay|oao|oeo|uoi|uou|uay|[aeiouy]{1,2})(?:ng|nh|ch|[cmnpt])?$/;
const vowel = /[aeiouy]/;

/** "can I", "do you": each word may be Vietnamese, both together are not. */
const auxiliary = /^(?:can|do)$/;
const pronoun = /^(?:i|you|we|they|he|she)$/;

/** Half of a text in English makes it English; a Vietnamese sentence with "passport online" stays Vietnamese. */
const ENGLISH_FROM = 0.5;

/** Guesses the language of one message from its words as typed. Any Vietnamese mark decides for Vietnamese. */
export function guessLanguage(text: string, words: readonly Word[]): Language {
  if (hasAccents(text)) return "vi";
  const telling = words.filter(({ folded }) => /^[a-z']+$/.test(folded) && !shared.has(folded));
  const paired = telling.filter(({ folded }, at) => {
    if (english.has(folded)) return false;
    const [before, after] = [telling[at - 1]?.folded ?? "", telling[at + 1]?.folded ?? ""];
    return (
      (auxiliary.test(folded) && pronoun.test(after)) || (pronoun.test(folded) && auxiliary.test(before))
    );
  }).length;
  // "long an", "cam on": English words that are Vietnamese syllables too count only beside some that are not.
  const sure = paired + telling.filter(({ folded }) => english.has(folded) && !syllable.test(folded)).length;
  const either = telling.filter(({ folded }) => english.has(folded) && syllable.test(folded)).length;
  const foreign = telling.filter(
    ({ folded }) => !english.has(folded) && !syllable.test(folded) && vowel.test(folded),
  ).length;
  return sure > 0 && (sure + either + foreign) / telling.length >= ENGLISH_FROM ? "en" : "vi";
}
