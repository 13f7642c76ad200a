import type { Language, Replies } from "../domain/index.ts";

const names = ["channel.welcome.example-1", "channel.welcome.example-2", "channel.welcome.example-3"];

/** Three questions to begin with, the same as in the welcome on Zalo. */
export function exampleQuestions(replies: Replies, language: Language): string[] {
  return names.flatMap((name) => {
    const text = replies[name];
    return text ? [language === "en" ? (text.en ?? text.vi) : text.vi] : [];
  });
}
