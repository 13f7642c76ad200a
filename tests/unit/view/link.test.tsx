import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { isSafe, Link, MessageText } from "../../../bot/view/index.ts";

describe("links", () => {
  it.each([
    ["/tt/1.001193", true],
    ["https://dichvucong.gov.vn", true],
    ["http://127.0.0.1:3000/x", true],
    ["tel:+842723893900", true],
    ["tel:0272.3893.900", true],
    ["javascript:alert(1)", false],
    ["JaVaScRiPt:alert(1)", false],
    [" javascript:alert(1)", false],
    ["data:text/html,x", false],
    ["//evil.example.vn", false],
    ["/\\evil.example.vn", false],
    ["tel:*#06#", false],
    ["", false],
  ])("%s is safe: %s", (href, safe) => {
    expect(isSafe(href)).toBe(safe);
  });

  it("shows an unsafe link as plain words", () => {
    const href = "javascript:alert(1)";
    expect(render(<Link href={href}>bấm</Link>)).toBe("<span>bấm</span>");
  });

  it("opens other sites apart, without telling them where from", () => {
    const html = render(<Link href="https://a.vn">a</Link>);
    expect(html).toContain('rel="noopener noreferrer"');
    expect(html).toContain('target="_blank"');
  });
});

describe("message text", () => {
  it("escapes what a person or a record brings in", () => {
    const html = render(<MessageText text={'• <img src=x onerror="a()">\n<script>b()</script>'} />);
    expect(html).not.toMatch(/<(img|script)/);
    expect(html).toContain("&lt;script>");
  });

  it("leads from a code to the procedure's page", () => {
    expect(render(<MessageText text="Nguồn: Mã thủ tục 1.001193." />)).toBe(
      '<p class="source">Nguồn: Mã thủ tục <a href="/tt/1.001193">1.001193</a>.</p>',
    );
  });
});
