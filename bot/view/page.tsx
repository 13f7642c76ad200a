import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Language } from "../domain/index.ts";
import { inOtherLanguage } from "./language.ts";

export interface PageProps {
  readonly language: Language;
  /** Of the page; the site's name is added. */
  readonly title: string;
  readonly description?: string;
  /** This page's own path and query, for the link to the other language. */
  readonly path: string;
  /** Client scripts by name in `static/`; htmx comes before them, unless it is off. No scripts = none at all. */
  readonly scripts?: readonly string[];
  readonly htmx?: boolean;
  /** Without client script the page asks again by itself after this time. */
  readonly refreshAfterS?: number | undefined;
  /** For the style sheet. */
  readonly kind: string;
  /** Beside the language switch. */
  readonly links?: ComponentChildren;
  readonly children: ComponentChildren;
}

const words = {
  vi: { site: "Trợ lý Một cửa", skip: "Đến nội dung chính", switch: "English", top: "Đầu trang" },
  en: { site: "Trợ lý Một cửa", skip: "Skip to main content", switch: "Tiếng Việt", top: "Header" },
} as const;

/** Nothing inline may run or be styled; `open` of a `<details>` is the reader's, not the server's. */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  morphIgnore: ["data-htmx-powered", "open"],
});

/** The frame of every page. */
export function Page(props: PageProps): VNode {
  const { language, title, description, path, scripts = [], refreshAfterS, kind, links, children } = props;
  const say = words[language];
  const htmx = scripts.length > 0 && props.htmx !== false;
  const other: Language = language === "vi" ? "en" : "vi";
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <title>{title === say.site ? title : `${title} – ${say.site}`}</title>
        {description && <meta name="description" content={description} />}
        {description && <meta property="og:description" content={description} />}
        <meta property="og:title" content={title} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0b5345" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
        {htmx && <meta name="htmx-config" content={htmxConfig} />}
        {htmx && <script src="/assets/htmx.min.js" defer />}
        {scripts.map((name) => (
          <script key={name} src={`/assets/${name}`} defer />
        ))}
        {refreshAfterS !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshAfterS)} />
          </noscript>
        )}
      </head>
      <body class={kind}>
        <a class="skip" href="#noi-dung">
          {say.skip}
        </a>
        <header class="bar">
          <a class="brand" href="/">
            <Mark />
            {say.site}
          </a>
          <nav aria-label={say.top}>
            {links}
            <a class="bar-link" href={inOtherLanguage(path, other)} hreflang={other} lang={other}>
              {say.switch}
            </a>
          </nav>
        </header>
        {children}
      </body>
    </html>
  );
}

/** A door in a speech bubble. */
function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M6 3h20a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H15l-7 5v-5H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z" />
      <path class="door" d="M11 21V12a5 5 0 0 1 10 0v9z" />
      <circle class="knob" cx="18.4" cy="15.5" r="1.2" />
    </svg>
  );
}

/** A whole document. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`;
}

/** Parts of a page, for htmx. */
export function renderParts(parts: VNode): string {
  return renderToString(parts);
}
