import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFees } from "../../../../bot/catalogue/importers/portal-fees.ts";
import type { Fee } from "../../../../bot/domain/index.ts";

type Rows = Parameters<typeof readFees>[0];

describe("readFees", () => {
  it.each<[string, Rows, readonly Fee[]]>([
    [
      "an amount",
      [{ value: 8000, description: "Lệ phí" }],
      [{ kind: "amount", amount: 8000, currency: "VND", label: "Lệ phí" }],
    ],
    ["an amount without words", [{ value: 8000 }], [{ kind: "amount", amount: 8000, currency: "VND" }]],
    ["a bare zero", [{ value: 0 }], [{ kind: "not-published" }]],
    ["a zero with an empty description", [{ value: 0, description: " " }], [{ kind: "not-published" }]],
    ["a zero described as “0”", [{ value: 0, description: "0" }], [{ kind: "not-published" }]],
    ["a missing value", [{ description: null }], [{ kind: "not-published" }]],
    ["no rows", [], []],
    [
      "the provincial council",
      [{ value: 0, description: "- Theo quy định của HĐND cấp tỉnh;" }],
      [{ kind: "provincial-council", note: "Theo quy định của HĐND cấp tỉnh" }],
    ],
    [
      "the council even where somebody is exempt",
      [{ value: 0, description: "Không thu của hộ nghèo, còn lại do Hội đồng nhân dân quyết định" }],
      [
        {
          kind: "provincial-council",
          note: "Không thu của hộ nghèo, còn lại do Hội đồng nhân dân quyết định",
        },
      ],
    ],
    [
      "words that nothing is charged",
      [{ value: 0, description: "Không thu lệ phí." }],
      [{ kind: "free", ground: "Không thu lệ phí" }],
    ],
    ["a mere “không”", [{ value: 0, description: "Không" }], [{ kind: "note", note: "Không" }]],
    [
      "free for some only",
      [{ value: 0, description: "Không thu đối với hộ nghèo" }],
      [{ kind: "note", note: "Không thu đối với hộ nghèo" }],
    ],
    [
      "one thing free, another charged",
      [{ value: 0, description: "Không thu phí cấp giấy; phí in tem theo Thông tư 02/2021/TT-BTC" }],
      [{ kind: "note", note: "Không thu phí cấp giấy; phí in tem theo Thông tư 02/2021/TT-BTC" }],
    ],
    [
      "five dollars",
      [{ value: 5, description: "05 USD/chiếc" }],
      [{ kind: "amount", amount: 5, currency: "USD", label: "05 USD/chiếc" }],
    ],
    [
      "đồng with dollars in brackets",
      [{ value: 20000, description: "20.000 đồng/Giấy phép (01 USD/Giấy phép)" }],
      [{ kind: "amount", amount: 20000, currency: "VND", label: "20.000 đồng/Giấy phép (01 USD/Giấy phép)" }],
    ],
    [
      "the portal's id of the dollar",
      [{ value: 25, currencyId: "019b3fb2-dee2-76ab-aa53-22d4d903a2bb" }],
      [{ kind: "amount", amount: 25, currency: "USD" }],
    ],
    ["five of nothing, a slip", [{ value: 5, description: "mỗi bản" }], [{ kind: "note", note: "mỗi bản" }]],
    ["less than nothing", [{ value: -1 }], [{ kind: "not-published" }]],
    [
      "a zero beside an amount says nothing more",
      [{ value: 0 }, { value: 8000 }, { value: 8000 }],
      [{ kind: "amount", amount: 8000, currency: "VND" }],
    ],
    ["several bare zeros are one gap", [{ value: 0 }, { value: 0 }], [{ kind: "not-published" }]],
  ])("reads %s", (_name, rows, fees) => {
    expect(readFees(rows)).toEqual(fees);
  });

  it("cuts a long note at a sentence and says so", () => {
    const [fee] = readFees([{ value: 0, description: "Phí thẩm định theo Thông tư. ".repeat(40) }]);
    expect(fee).toMatchObject({ kind: "note", note: expect.stringMatching(/Thông tư \[…\]$/) });
    expect(fee?.kind === "note" && fee.note.length).toBeLessThanOrEqual(400);
  });

  it("never makes a zero free unless words say that nothing is charged", () => {
    const words = fc.oneof(
      fc.constantFrom(
        undefined,
        null,
        "",
        "0",
        "Không",
        "Không có",
        "Không quy định",
        "Miễn phí",
        "Theo quy định",
        "-",
      ),
      fc.string(),
      fc.constantFrom("Không thu lệ phí", "Không phải nộp phí", "không mất phí"),
    );
    const row = fc.record({ value: fc.constantFrom(0, null, undefined), description: words });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        for (const fee of readFees(rows as Rows)) {
          expect(fee.kind).not.toBe("amount");
          if (fee.kind === "free") expect(fee.ground).toMatch(/^(không thu|không phải nộp|không mất)/i);
        }
        const bare = rows.every(({ description }) => !description?.trim() || description.trim() === "0");
        if (bare) expect(readFees(rows as Rows).every(({ kind }) => kind === "not-published")).toBe(true);
      }),
    );
  });
});
