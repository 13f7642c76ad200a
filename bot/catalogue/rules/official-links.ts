import { eachProcedure } from "../checking/each.ts";
import type { Finding, Rule } from "../checking/rule.ts";
import { ownTexts } from "../checking/texts.ts";

/** Hosts of the Vietnamese state; anything else may not be sent to a citizen. */
const officialHost = /(^|\.)gov\.vn$/;
const portalPage = /^https:\/\/dichvucong\.gov\.vn\/thu-tuc-hanh-chinh\/([0-9a-f-]{36})$/;
const link = /\bhttps?:\/\/[^\s"”)]+|\bwww\.[^\s"”)]+/gi;

/** Citizens trust a link we send; look-alike addresses live on that. */
export const officialLinks: Rule = {
  name: "official-links",
  description:
    "A record links to its own page on dichvucong.gov.vn; every other link is an official https address.",
  scope: "texts",
  check: (knowledge) => [
    ...eachProcedure(knowledge, ({ procedure: { portalUrl, source } }) => {
      const id = portalPage.exec(portalUrl)?.[1];
      if (!id) {
        return [
          {
            field: "portalUrl",
            found: portalUrl,
            expected: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/<id>",
          },
        ];
      }
      if (source.portalId === undefined || id === source.portalId) return [];
      return [{ field: "portalUrl", found: portalUrl, expected: `the page of ${source.portalId}` }];
    }),
    ...(knowledge.places?.portals ?? []).flatMap(({ id, url }) =>
      judge(url, { file: "places/places.json", code: id, field: "portals.url" }),
    ),
    ...ownTexts(knowledge).flatMap(({ file, code, field, text }) =>
      [...(text.vi.match(link) ?? []), ...(text.en?.match(link) ?? [])].flatMap((url) =>
        judge(url, { file, code, field }),
      ),
    ),
  ],
};

function judge(url: string, place: Pick<Finding, "file" | "code" | "field">): Finding[] {
  const parsed = URL.parse(url);
  if (parsed?.protocol === "https:" && officialHost.test(parsed.hostname)) return [];
  return [{ ...place, found: url, expected: "an https address of a .gov.vn host" }];
}
