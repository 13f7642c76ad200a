/** A piece of a message's text, as it should look. The lines of all blocks together are the text's lines. */
export type Block =
  | { readonly kind: "heading" | "paragraph" | "source"; readonly text: string }
  | { readonly kind: "bullets"; readonly items: readonly string[] }
  | { readonly kind: "numbers"; readonly items: readonly NumberedItem[] };

export interface NumberedItem {
  readonly number: number;
  readonly text: string;
}

/** `GIẤY TỜ CẦN CÓ – Làm giấy khai sinh`: capitals, then a dash. */
const heading = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]* – ./u;
const bullet = /^• /;
const numbered = /^(\d{1,2})\. /;
const source = /^(Nguồn|Source): /;

/** Reads the shape that answers have anyway: headings, bullets, numbered steps, the source at the end. */
export function blocksOf(text: string): Block[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .reduce<Block[]>((blocks, line) => join(blocks, blockOf(line)), []);
}

function blockOf(line: string): Block {
  if (bullet.test(line)) return { kind: "bullets", items: [line.replace(bullet, "")] };
  const number = numbered.exec(line)?.[1];
  if (number)
    return { kind: "numbers", items: [{ number: Number(number), text: line.replace(numbered, "") }] };
  if (source.test(line)) return { kind: "source", text: line };
  return { kind: heading.test(line) ? "heading" : "paragraph", text: line };
}

function join(blocks: readonly Block[], next: Block): Block[] {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  if (last?.kind === "bullets" && next.kind === "bullets") {
    return [...before, { kind: "bullets", items: [...last.items, ...next.items] }];
  }
  if (last?.kind === "numbers" && next.kind === "numbers") {
    return [...before, { kind: "numbers", items: [...last.items, ...next.items] }];
  }
  return [...blocks, next];
}

/** A stretch of text, or something in it that can be opened. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "url" | "code"; readonly text: string };

/** Web addresses without the full stop that ends the sentence, and procedure codes where they are named. */
const openable =
  /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]|(?<=(?:Mã thủ tục|Procedure code) )\d\.\d{6}(?!\d)/gu;

/** Finds what can be opened in one line; all spans together are the line. */
export function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of line.matchAll(openable)) {
    if (match.index > at) spans.push({ kind: "text", text: line.slice(at, match.index) });
    spans.push({ kind: match[0].startsWith("http") ? "url" : "code", text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < line.length) spans.push({ kind: "text", text: line.slice(at) });
  return spans;
}
