import { describe, expect, it } from "vitest";
import { officialLinks } from "../../../../bot/catalogue/rules/official-links.ts";
import { findingsOf } from "../../../support/sample-knowledge.ts";

describe("official-links", () => {
  it("accepts the portal's page and official hosts", () => {
    const findings = findingsOf(officialLinks, (sample) => {
      sample.birthGuide.who = { vi: "Bạn xem tại https://dancuquocgia.gov.vn/huong-dan nhé." };
    });
    expect(findings).toEqual([]);
  });

  it.each([
    ["another page of the portal", "https://dichvucong.gov.vn/p/home/dvc-tthc-chi-tiet.html"],
    [
      "the page of another procedure",
      "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/00000000-0000-4000-8000-00000000000f",
    ],
  ])("refuses a record that links to %s", (_name, url) => {
    const findings = findingsOf(officialLinks, (sample) => {
      sample.birthRecord.portalUrl = url;
    });
    expect(findings).toMatchObject([{ code: "1.000001", field: "portalUrl", found: url }]);
  });

  it.each([
    ["a host that only looks official", "https://dichvucong-gov.vn/khai-sinh"],
    ["an address without https", "http://dichvucong.gov.vn"],
    ["an address without a scheme", "www.thutuc.example"],
  ])("refuses %s in a guide", (_name, url) => {
    const findings = findingsOf(officialLinks, (sample) => {
      sample.birthGuide.purpose.vi = `Xem ${url}`;
    });
    expect(findings).toMatchObject([{ code: "1.000001", field: "purpose", found: url }]);
  });

  it("refuses a portal that is not the state's", () => {
    const findings = findingsOf(officialLinks, (sample) => {
      sample.places.portals = [{ id: "blog", name: { vi: "Trang mẹo" }, url: "https://meo.example" }];
    });
    expect(findings).toMatchObject([{ file: "places/places.json", code: "blog" }]);
  });
});
