import { describe, expect, it } from "vitest";
import { feeState, unknownFees } from "../../../../bot/catalogue/index.ts";
import type { Fee, Level, Procedure } from "../../../../bot/domain/index.ts";
import { birthRecord, councilFee, type Sample, sampleView } from "../../../support/sample-knowledge.ts";

const amount: Fee = { kind: "amount", amount: 8000, currency: "VND" };
const free: Fee = { kind: "free", ground: "Không thu lệ phí" };
const council: Fee = { kind: "provincial-council", note: "Theo quy định của HĐND cấp tỉnh" };
const note: Fee = { kind: "note", note: "Thông tư 281/2016/TT-BTC" };
const unknown: Fee = { kind: "not-published" };

function withFees(...channels: readonly (readonly Fee[])[]): Procedure {
  const kinds = ["counter", "online", "postal"] as const;
  const time = { kind: "not-published" } as const;
  return {
    ...birthRecord,
    channels: channels.map((fees, index) => ({ kind: kinds[index] ?? "counter", time, fees })),
  };
}

describe("feeState", () => {
  it.each([
    ["an amount", withFees([amount]), "known"],
    ["nothing to pay, said in words", withFees([free]), "known"],
    ["an amount beside a note", withFees([note, amount]), "known"],
    ["an amount at one channel, nothing at another", withFees([amount], [unknown]), "not-published"],
    ["the council's decision", withFees([council]), "provincial-council"],
    [
      "an amount the council may set otherwise",
      withFees([{ ...amount, label: "Do HĐND tỉnh quyết định" }]),
      "provincial-council",
    ],
    ["a note", withFees([note]), "in-words"],
    ["a channel without fee lines", withFees([]), "not-published"],
    ["no channel at all", withFees(), "not-published"],
  ])("%s is %s", (_name, procedure, state) => {
    expect(feeState(procedure)).toBe(state);
  });
});

describe("unknownFees", () => {
  const records: readonly [string, Level, readonly Fee[]][] = [
    ["1.000009", "ministry", [unknown]],
    ["1.000008", "commune", [note]],
    ["1.000007", "commune", [unknown]],
    ["1.000006", "commune", [amount]],
    ["1.000002", "commune", [council]],
    ["1.000001", "province", [unknown]],
    ["1.000003", "commune", [unknown]],
  ];

  const view = sampleView((sample) => {
    const procedures = records.map(([code, level, fees]) => ({ ...withFees(fees), code, levels: [level] }));
    sample.procedureFiles = [
      { path: "procedures/ho-tich.json", field: "Hộ tịch", procedures },
    ] as Sample["procedureFiles"];
    sample.priority.procedures = [
      { code: "1.000001", group: "Hộ tịch", core: true },
      { code: "1.000002", group: "Hộ tịch", core: true },
      { code: "1.000003", group: "Hộ tịch" },
    ];
  });

  it("puts the nearest counter first, then core, then what is least known, and leaves known fees out", () => {
    expect(
      unknownFees(view).map(({ code, level, rank, state }) => `${code} ${level} ${rank} ${state}`),
    ).toEqual([
      "1.000002 commune core provincial-council",
      "1.000003 commune priority not-published",
      "1.000007 commune other not-published",
      "1.000008 commune other in-words",
      "1.000001 province core not-published",
      "1.000009 ministry other not-published",
    ]);
  });

  it("names the file and the key to fill in, apart for what the council decides", () => {
    const [first, second] = unknownFees(view);
    expect(first?.where).toBe("knowledge/places/council-fees.json › fees › 1.000002 › channels › counter");
    expect(second?.where).toBe("knowledge/procedures/ho-tich.json › 1.000003 › channels › counter › fees");
  });

  it("asks for nothing that was entered from a resolution, and sends there what only a law leaves to the council", () => {
    const left = sampleView((sample) => {
      sample.birthRecord.channels = withFees([unknown]).channels as Sample["birthRecord"]["channels"];
      sample.birthRecord.legalBases = [
        {
          number: "85/2019/TT-BTC",
          title: "Phí và lệ phí thuộc thẩm quyền quyết định của Hội đồng nhân dân tỉnh",
        },
      ];
      sample.marriageRecord.channels = withFees([council]).channels as Sample["birthRecord"]["channels"];
      sample.councilFees.fees = [{ ...councilFee, code: "1.000002" }];
    });
    expect(unknownFees(left).map(({ code, state, where }) => ({ code, state, where }))).toEqual([
      {
        code: "1.000001",
        state: "provincial-council",
        where: "knowledge/places/council-fees.json › fees › 1.000001 › channels › counter",
      },
    ]);
  });

  it("quotes the record's words for each channel", () => {
    expect(unknownFees(view)[0]?.channels).toEqual([
      { channel: "counter", state: "provincial-council", note: "Theo quy định của HĐND cấp tỉnh" },
    ]);
  });
});
