import type { VNode } from "preact";
import { Link } from "./link.tsx";
import { type Block, blocksOf, spansOf } from "./message-blocks.ts";

/** A message's words, unchanged, with their headings, lists and links made visible. */
export function MessageText({ text }: { readonly text: string }): VNode {
  return (
    <>
      {blocksOf(text).map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </>
  );
}

function BlockView({ block }: { readonly block: Block }): VNode {
  switch (block.kind) {
    case "bullets":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Line text={item} />
            </li>
          ))}
        </ul>
      );
    case "numbers":
      return (
        <ol>
          {block.items.map(({ number, text }) => (
            <li key={number} value={number}>
              <Line text={text} />
            </li>
          ))}
        </ol>
      );
    case "heading":
    case "paragraph":
    case "source":
      return (
        <p class={block.kind === "paragraph" ? undefined : block.kind}>
          <Line text={block.text} />
        </p>
      );
  }
}

/** One line with its links. */
export function Line({ text }: { readonly text: string }): VNode {
  return (
    <>
      {spansOf(text).map((span, at) => {
        if (span.kind === "text") return span.text;
        return (
          <Link key={at} href={span.kind === "url" ? span.text : `/tt/${span.text}`}>
            {span.text}
          </Link>
        );
      })}
    </>
  );
}
