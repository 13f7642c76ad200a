import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPortalRecord } from "../../../../bot/catalogue/importers/portal-json.ts";
import { procedureSchema } from "../../../../bot/catalogue/schema/procedure.ts";
import type { Procedure } from "../../../../bot/domain/index.ts";
import { portalDetail, portalMethod } from "../../../support/portal-record.ts";

const DAY = "2026-07-18";

function accepted(changes: Record<string, unknown> = {}): Procedure {
  const record = readPortalRecord(portalDetail(changes), DAY);
  if (!record.ok) throw new Error(`refused: ${JSON.stringify(record.problems)}`);
  return record.procedure;
}

function problems(changes: Record<string, unknown>) {
  const record = readPortalRecord(portalDetail(changes), DAY);
  return record.ok ? [] : record.problems;
}

describe("readPortalRecord", () => {
  it("reads a whole record", () => {
    const { source, ...facts } = accepted();
    expect(facts).toEqual({
      code: "1.900001",
      name: "Thủ tục xác nhận vườn mai",
      field: "Vườn cảnh",
      levels: ["commune"],
      scope: "national",
      promulgatedBy: "Bộ Vườn cảnh",
      subjects: ["Công dân Việt Nam"],
      channels: [
        {
          kind: "counter",
          time: { kind: "duration", quantity: 3, unit: "working-day" },
          fees: [{ kind: "not-published" }],
        },
      ],
      onlineLevel: "none",
      cases: [
        {
          name: "",
          documents: [{ key: "G99-KQ1", title: "Tờ khai vườn mai", originals: 1, copies: 0, forms: [] }],
        },
      ],
      notesLeftOut: 0,
      figures: "18 tuổi; 60 ngày",
      authorities: ["Ủy ban nhân dân cấp xã"],
      results: ["Giấy xác nhận"],
      legalBases: [{ number: "01/2025/QH15", title: "Luật Vườn cảnh" }],
      portalUrl: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/11111111-2222-4333-8444-555555555501",
      conflicts: [],
    });
    expect(source).toMatchObject({
      kind: "national-portal",
      decision: "12/QĐ-BVC",
      decidedOn: "2026-01-10",
      updatedOn: "2026-05-20",
      checkedOn: DAY,
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it("reads the member, the line around it and the API's envelope alike", () => {
    const detail = portalDetail();
    const plain = readPortalRecord(detail, DAY);
    expect(readPortalRecord({ id: detail.id, code: detail.code, detail }, DAY)).toEqual(plain);
    expect(readPortalRecord({ code: "OK", data: detail }, DAY)).toEqual(plain);
  });

  it("does without the keys the portal leaves out", () => {
    const gone = {
      subjectTypesDetails: undefined,
      executingAgencies: undefined,
      executionMethods: undefined,
    };
    const bare = accepted({
      ...gone,
      executionCases: undefined,
      cases: undefined,
      legalBasisesDetails: [null, {}],
    });
    expect(bare).toMatchObject({
      subjects: [],
      channels: [],
      cases: [],
      legalBases: [],
      onlineLevel: "none",
    });
    expect("place" in bare).toBe(false);
  });

  it("composes all text, whatever form it comes in", () => {
    const apart = accepted({
      name: "Hộ tịch lưu động".normalize("NFD"),
      resultsDetails: [{ name: "Giấy".normalize("NFD") }],
    });
    expect(JSON.stringify(apart)).toBe(JSON.stringify(apart).normalize("NFC"));
    expect(apart.name).toBe("Hộ tịch lưu động");
  });

  it("gives the day in Vietnam, not in Greenwich", () => {
    expect(accepted({ updatedAt: Date.UTC(2026, 4, 20, 18) }).source.updatedOn).toBe("2026-05-21");
  });

  it.each([
    ["full", true, "full"],
    ["partial", false, "partial"],
  ])("says how far it runs online: %s", (_name, isFullProcess, level) => {
    const executionMethods = [portalMethod({ submissionMethod: "ONLINE" })];
    expect(accepted({ executionMethods, isFullProcess }).onlineLevel).toBe(level);
  });

  it("names one authority once, and calls a record of nobody's level other", () => {
    const both = {
      unitGroupsExecuting: [{ name: "Công an xã" }],
      departmentsExecuting: [{ name: "Công an xã" }, null],
    };
    expect(accepted(both).authorities).toEqual(["Công an xã"]);
    expect(accepted({ isWard: false }).levels).toEqual(["other"]);
  });

  it("flags times that disagree", () => {
    const cases = [{ processingDay: { qty: 20, type: "DAY" } }];
    expect(accepted({ cases }).conflicts).toEqual([{ about: "time", values: ["3 working-day", "20 day"] }]);
  });

  it.each([
    ["code", { code: "900001" }, "code", '"900001"'],
    ["name", { name: "  " }, "name", '"  "'],
    ["a name of unseen characters", { name: "\u200B" }, "name", '""'],
    ["a field", { categoriesDetails: [] }, "categoriesDetails", "[]"],
    ["a known kind", { type: "DRAFT" }, "type", '"DRAFT"'],
    ["a decision", { procedureProposal: { proposalNumber: "" } }, "procedureProposal.proposalNumber", '""'],
    ["a moment of this century", { updatedAt: 1e20 }, "updatedAt", "100000000000000000000"],
    ["a number for the moment", { updatedAt: "2026-05-20" }, "updatedAt", '"2026-05-20"'],
    ["a UUID", { id: "../../etc" }, "id", '"../../etc"'],
    [
      "a known way of filing",
      { executionMethods: [portalMethod({ submissionMethod: "FAX" })] },
      "executionMethods.0.submissionMethod",
      '"FAX"',
    ],
  ])("refuses a record without %s, naming field and value", (_name, changes, field, value) => {
    expect(problems(changes)).toMatchObject([{ field, value, problem: expect.stringMatching(/\S/) }]);
  });

  it.each([null, 42, "text", [], {}])("refuses %j as a record", (raw) => {
    const record = readPortalRecord(raw, DAY);
    expect(record.ok).toBe(false);
  });
});

const wording = fc.oneof(
  fc.string(),
  fc.constantFrom(
    undefined,
    null,
    "",
    "0",
    "Không",
    "Miễn phí",
    "Không thu",
    "Theo quy định của HĐND tỉnh",
    "5 USD",
    "10 ngày",
  ),
);
const anyFee = fc.record(
  {
    type: fc.constant("FEE"),
    value: fc.oneof(fc.constantFrom(0, null, undefined), fc.double()),
    description: wording,
  },
  { requiredKeys: ["type"] },
);
const anyMethod = fc.record({
  submissionMethod: fc.constantFrom("ONLINE", "POSTAL", "DIRECT"),
  processingTime: fc.oneof(fc.double(), fc.string(), fc.constant(null)),
  processingTimeUnit: fc.constantFrom("HOUR", "DAY", "WORKING_DAY", "MONTH", "OTHER"),
  description: wording,
  fees: fc.oneof(fc.array(anyFee, { maxLength: 4 }), fc.constant(null)),
});
const anyComponent = fc.record({
  name: fc.string({ maxLength: 900 }),
  code: fc.oneof(fc.string(), fc.constant(null)),
  originalQty: fc.oneof(fc.integer(), fc.double(), fc.constant(null)),
  copyQty: fc.oneof(fc.integer(), fc.constant(null)),
  attachments: fc.array(fc.record({ fileName: fc.string() }), { maxLength: 3 }),
});
const anyDetail = fc.record({
  name: fc.string(),
  executionMethods: fc.array(anyMethod, { maxLength: 4 }),
  executionCases: fc.array(
    fc.record({ name: wording, profileComponents: fc.array(anyComponent, { maxLength: 4 }) }),
    { maxLength: 3 },
  ),
  resultsDetails: fc.array(fc.record({ name: fc.string() }), { maxLength: 3 }),
  dossierReceivingAddresses: wording,
  requirementsAndConditions: wording,
});

describe("readPortalRecord, for any record of the portal's shape", () => {
  it("gives a record that can be read back, or says what is wrong; it never throws", () => {
    fc.assert(
      fc.property(anyDetail, (changes) => {
        const record = readPortalRecord(JSON.parse(JSON.stringify(portalDetail(changes))), DAY);
        if (record.ok) expect(procedureSchema.safeParse(record.procedure).success).toBe(true);
        else expect(record.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it("makes no bare zero free: a free fee always quotes words of the record", () => {
    fc.assert(
      fc.property(fc.array(anyMethod, { maxLength: 4 }), (executionMethods) => {
        const record = readPortalRecord(JSON.parse(JSON.stringify(portalDetail({ executionMethods }))), DAY);
        if (!record.ok) return;
        for (const [index, { fees }] of record.procedure.channels.entries()) {
          const said = (executionMethods[index]?.fees ?? [])
            .map(({ description }) => description ?? "")
            .join(" ");
          for (const fee of fees) {
            if (fee.kind !== "free") continue;
            expect(fee.ground).toMatch(/không (thu|phải nộp|mất)/i);
            expect(said).toMatch(/không (thu|phải nộp|mất)/i);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
