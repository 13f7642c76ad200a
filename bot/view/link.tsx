import type { ComponentChildren, VNode } from "preact";

/** Opens web pages and telephone numbers only: the renderer itself would let `javascript:` through. */
export function Link(props: {
  readonly href: string;
  readonly className?: string;
  readonly children: ComponentChildren;
}): VNode {
  const { href, className, children } = props;
  if (!isSafe(href)) return <span class={className}>{children}</span>;
  const away = href.startsWith("http");
  return (
    <a href={href} class={className} {...(away && { rel: "noopener noreferrer", target: "_blank" })}>
      {children}
    </a>
  );
}

/** An address inside this site, a web page, or a telephone number. */
export function isSafe(href: string): boolean {
  if (/^\/(?![/\\])/.test(href) || /^tel:\+?\d[\d.]*$/.test(href)) return true;
  return URL.canParse(href) && /^https?:$/.test(new URL(href).protocol);
}
