import type { RequestHandler } from "express";
import { type Language, languages } from "../domain/index.ts";
import { readCookie } from "../http/index.ts";

const COOKIE = "lang";
const KEPT_MS = 365 * 24 * 60 * 60_000;

declare global {
  namespace Express {
    interface Locals {
      /** The language of this request's page; set by `chooseLanguage`. */
      language?: Language;
      /** The same, only when somebody asked for it. */
      chosenLanguage?: Language;
    }
  }
}

/** Vietnamese, unless `?lang=` asks for another; the wish is remembered for a year. */
export const chooseLanguage: RequestHandler = (req, res, next) => {
  const asked = languageNamed(req.query.lang);
  if (asked) res.cookie(COOKIE, asked, { maxAge: KEPT_MS, sameSite: "lax", httpOnly: true, path: "/" });
  const chosen = asked ?? languageNamed(readCookie(req, COOKIE));
  if (chosen) res.locals.chosenLanguage = chosen;
  res.locals.language = chosen ?? "vi";
  res.vary("Cookie");
  next();
};

/** What `chooseLanguage` found. */
export function languageOf(res: { readonly locals: { readonly language?: Language } }): Language {
  return res.locals.language ?? "vi";
}

/** What the person chose with the switch, now or before; undefined = they never pressed it. */
export function chosenLanguageOf(res: {
  readonly locals: { readonly chosenLanguage?: Language };
}): Language | undefined {
  return res.locals.chosenLanguage;
}

function languageNamed(value: unknown): Language | undefined {
  return languages.find((language) => language === value);
}

/** The same address in another language. `path` starts with `/`. */
export function inOtherLanguage(path: string, language: Language): string {
  const url = new URL(path, "http://localhost");
  url.searchParams.set("lang", language);
  return `${url.pathname}${url.search}`;
}

/** Share of words with a mark: about three of five in Vietnamese, a stray name in English. */
const VIETNAMESE_SHARE = 0.25;

/** Tells for a screen reader which language a text is in. */
export function languageOfText(text: string): Language {
  const words = text.normalize("NFC").match(/\p{L}+/gu) ?? [];
  const marked = words.filter((word) => /[\u0300-\u036f]|đ/iu.test(word.normalize("NFD")));
  return words.length > 0 && marked.length / words.length < VIETNAMESE_SHARE ? "en" : "vi";
}
