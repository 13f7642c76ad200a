import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { Language } from "../../domain/index.ts";
import { renderPage, renderParts } from "../../view/index.ts";
import { type ChatKnowledge, ChatPage } from "./chat-page.tsx";
import { Parts, ProblemPart } from "./parts.tsx";
import type { Said } from "./said.ts";
import type { Talk, TalkItem } from "./talk.ts";
import { type Words, words } from "./words.ts";

/** Why a message was not taken; its text is kept. */
export type Refused =
  | Exclude<Said, { kind: "said" }>
  | { readonly kind: "unavailable"; readonly text: string };

export function showPage(
  res: Response,
  page: {
    readonly talk: Talk;
    readonly waiting: boolean;
    readonly knowledge: ChatKnowledge;
    readonly path: string;
    readonly language: Language;
    readonly refused?: Refused;
    /** Code of the link that led here. */
    readonly referral?: string | undefined;
    /** What became of the wish to erase. */
    readonly erased?: "yes" | "no";
  },
): void {
  const { refused, erased, language, referral, ...rest } = page;
  const say = words[language];
  res.set("Cache-Control", "private, no-store");
  res
    .type("html")
    .send(
      renderPage(
        <ChatPage
          {...rest}
          language={language}
          formKey={randomUUID()}
          {...(referral && { referral })}
          {...(refused && { problem: problemOf(refused, say), typed: refused.text })}
          {...(erased && { notice: erased === "yes" ? say.forgotten : say.forgetFailed })}
        />,
      ),
    );
}

export function showParts(
  res: Response,
  parts:
    | { readonly items: readonly TalkItem[]; readonly waiting: boolean; readonly language: Language }
    | { readonly refused: Refused; readonly language: Language },
): void {
  res.set("Cache-Control", "private, no-store");
  res
    .type("html")
    .send(
      renderParts(
        "refused" in parts ? (
          <ProblemPart problem={problemOf(parts.refused, words[parts.language])} />
        ) : (
          <Parts {...parts} />
        ),
      ),
    );
}

function problemOf(refused: Refused, say: Words): string {
  switch (refused.kind) {
    case "empty":
      return say.empty;
    case "too-long":
      return say.tooLong.replace("{length}", refused.length.toLocaleString("vi"));
    case "unavailable":
      return say.unavailable;
  }
}
