import type { VNode } from "preact";
import type { Language } from "../domain/index.ts";
import { Link, Page } from "../view/index.ts";
import { words } from "./words.ts";

interface Common {
  readonly language: Language;
  readonly path: string;
}

/** What a poster leads to: what this is, one way on, and the code to send. */
export function ReferralPage(
  props: Common & {
    readonly code: string;
    /** The account's own page on Zalo; absent = the web chat is the way on. */
    readonly zaloUrl?: string;
  },
): VNode {
  const { language, path, code, zaloUrl } = props;
  const say = words[language];
  const chat = `/chat?ref=${code}`;
  return (
    <Page
      kind="referral"
      language={language}
      title={say.title}
      description={say.description}
      path={path}
      {...(zaloUrl && { scripts: ["copy.js"], htmx: false })}
    >
      <main id="noi-dung" class="sheet">
        <h1>{say.hello}</h1>
        <p>{say.what}</p>
        {zaloUrl ? (
          <>
            <Code code={code} language={language} />
            <p>
              <Link className="primary wide-button" href={zaloUrl}>
                {say.zalo}
              </Link>
            </p>
            <p>
              <a href={chat}>{say.chatInstead}</a>
            </p>
          </>
        ) : (
          <>
            <p>
              <a class="primary wide-button" href={chat}>
                {say.chat}
              </a>
            </p>
            <p class="quiet">{say.chatHint}</p>
          </>
        )}
        <p class="quiet">{say.privacy}</p>
      </main>
    </Page>
  );
}

/** A field that any browser can copy from; the button is shown by script. */
function Code({ code, language }: { readonly code: string; readonly language: Language }): VNode {
  const say = words[language];
  return (
    <>
      <label class="label" for="code">
        {say.code}
      </label>
      <div class="composer code">
        <input id="code" value={`#${code}`} readOnly aria-describedby="code-hint" />
        <button type="button" class="send" hidden data-copies="code" data-copied={say.copied}>
          {say.copy}
        </button>
      </div>
      <p id="code-hint">{say.codeHint}</p>
      <p class="unseen" role="status" id="copied" />
    </>
  );
}

/** For a code that no link has. */
export function UnknownPage({ language, path }: Common): VNode {
  const say = words[language];
  return (
    <Page kind="referral" language={language} title={say.unknownTitle} path={path}>
      <main id="noi-dung" class="sheet">
        <h1>{say.unknownTitle}</h1>
        <p>{say.unknown}</p>
        <p>
          <a class="primary wide-button" href="/chat">
            {say.chat}
          </a>
        </p>
      </main>
    </Page>
  );
}
