import { type Facet, facets } from "../domain/index.ts";

/**
 * What a button sends. The mark at the front is nothing a person types by accident, but anyone may type it:
 * the value is untrusted and a payload that does not parse is ordinary text.
 */
export type Payload =
  | { readonly kind: "procedure"; readonly code: string; readonly facet?: Facet }
  | { readonly kind: "case"; readonly code: string; readonly question: string; readonly option: string }
  | { readonly kind: "life-event"; readonly id: string }
  | { readonly kind: "person" }
  | { readonly kind: "none-of-these" };

const pattern = /^#mc:([a-z-]+)(?::([\w.-]+))?(?::([\w-]+))?(?::([\w-]+))?$/;

export function writePayload(payload: Payload): string {
  switch (payload.kind) {
    case "procedure":
      return `#mc:tt:${payload.code}${payload.facet ? `:${payload.facet}` : ""}`;
    case "case":
      return `#mc:th:${payload.code}:${payload.question}:${payload.option}`;
    case "life-event":
      return `#mc:sk:${payload.id}`;
    case "person":
      return "#mc:canbo";
    case "none-of-these":
      return "#mc:khac";
  }
}

/** Reads a tapped button's text, or undefined when it is not one. */
export function readPayload(text: string): Payload | undefined {
  const [, kind, first, second, third] = pattern.exec(text.trim()) ?? [];
  if (kind === "canbo") return { kind: "person" };
  if (kind === "khac") return { kind: "none-of-these" };
  if (kind === "sk" && first) return { kind: "life-event", id: first };
  if (kind === "tt" && first) {
    const facet = facets.find((name) => name === second);
    return { kind: "procedure", code: first, ...(facet && { facet }) };
  }
  if (kind === "th" && first && second && third)
    return { kind: "case", code: first, question: second, option: third };
  return undefined;
}
