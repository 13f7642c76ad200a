import {
  type EvaluationQuestion,
  type Finding,
  type KnowledgeFile,
  type KnowledgeView,
  knowledgeFile,
  type Rule,
  viewOf,
} from "../../bot/catalogue/index.ts";
import {
  answerStatuses,
  type Guide,
  type HolidayRules,
  type LifeEvent,
  type Places,
  type Procedure,
  type Text,
  type Topic,
  type Vocabulary,
} from "../../bot/domain/index.ts";

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** The day on which the sample is checked. */
export const SAMPLE_DAY = "2026-11-24";

export const birthRecord: Procedure = {
  code: "1.000001",
  name: "Thủ tục đăng ký khai sinh",
  field: "Hộ tịch",
  levels: ["commune"],
  scope: "national",
  promulgatedBy: "Bộ Tư pháp",
  subjects: ["Công dân Việt Nam"],
  channels: [
    {
      kind: "counter",
      time: { kind: "duration", quantity: 3, unit: "working-day" },
      fees: [{ kind: "amount", amount: 8000, currency: "VND", label: "Lệ phí" }],
    },
    {
      kind: "online",
      time: { kind: "duration", quantity: 3, unit: "working-day" },
      fees: [{ kind: "not-published" }],
    },
  ],
  onlineLevel: "full",
  cases: [
    {
      name: "",
      documents: [
        {
          key: "G15-KQ01",
          title: "Tờ khai theo Mẫu số 01",
          originals: 1,
          copies: 0,
          forms: ["to-khai.docx"],
        },
        { key: "G15-KQ02", title: "Giấy chứng sinh", originals: 1, copies: 0, forms: [] },
      ],
    },
  ],
  notesLeftOut: 0,
  figures: "60 ngày",
  authorities: ["Ủy ban nhân dân cấp Xã"],
  results: ["Giấy khai sinh"],
  legalBases: [{ number: "60/2014/QH13", title: "Luật Hộ tịch" }],
  portalUrl: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/00000000-0000-4000-8000-000000000001",
  conflicts: [],
  source: {
    kind: "national-portal",
    decision: "1872/QĐ-BTP",
    decidedOn: "2026-01-10",
    updatedOn: "2026-04-20",
    checkedOn: "2026-07-18",
    portalId: "00000000-0000-4000-8000-000000000001",
    fingerprint: "0123456789abcdef",
  },
};

const marriageRecord: Procedure = {
  ...structuredClone(birthRecord),
  code: "1.000002",
  name: "Thủ tục đăng ký kết hôn",
  results: ["Giấy chứng nhận kết hôn"],
  portalUrl: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/00000000-0000-4000-8000-000000000002",
  source: { ...birthRecord.source, portalId: "00000000-0000-4000-8000-000000000002" },
};

const birthGuide: Guide = {
  code: "1.000001",
  phrases: [
    "làm khai sinh cho con",
    "khai sanh em bé",
    "con mới sanh chưa có giấy",
    "vợ mới sanh ở bệnh viện",
    "sanh tại nhà",
    "khai sinh trễ",
    "khai sinh qua mạng",
    "bé sắp vô mẫu giáo",
    "mẹ đơn thân khai sinh cho con",
    "ông bà khai sinh cho cháu",
  ],
  phrasesEn: ["register a birth", "birth certificate", "newborn baby papers"],
  name: { vi: "Làm giấy khai sinh", en: "Birth registration" },
  purpose: { vi: "Để con có giấy khai sinh đầu tiên.", en: "Gives a child its first birth certificate." },
  who: { vi: "Cha hoặc mẹ đi làm.", en: "Father or mother." },
  cases: [
    {
      id: "chung-sinh",
      question: { vi: "Bé có giấy chứng sinh không?", en: "Is there a birth notification?" },
      options: [
        {
          id: "co",
          label: { vi: "Có", en: "Yes" },
          words: ["có giấy chứng sinh"],
          documents: ["to-khai", "chung-sinh"],
        },
        {
          id: "cuoi",
          label: { vi: "Chưa cưới", en: "Not married yet" },
          words: ["chưa cưới"],
          goTo: "1.000002",
        },
      ],
    },
  ],
  documents: [
    { id: "to-khai", name: { vi: "Tờ khai theo mẫu", en: "Form" }, sources: ["G15-KQ01"] },
    { id: "chung-sinh", name: { vi: "Giấy chứng sinh", en: "Birth notification" }, sources: ["G15-KQ02"] },
  ],
  steps: {
    counter: [{ vi: "Đem giấy tờ ra quầy.", en: "Take the papers to the counter." }],
    online: [{ vi: "Đăng nhập cổng rồi nộp.", en: "Log in and file." }],
  },
  mistakes: [{ vi: "Để quá 60 ngày mới làm.", en: "Waiting longer than 60 days." }],
  related: ["1.000002"],
  checkedOn: "2026-11-24",
};

const marriageGuide: Guide = {
  code: "1.000002",
  phrases: [
    "cưới vợ làm giấy",
    "hôn thú",
    "hai đứa cưới nhau",
    "lấy chồng cùng xã",
    "làm giấy hôn thú",
    "kết hôn",
  ],
  name: { vi: "Đăng ký kết hôn", en: "Marriage registration" },
  purpose: { vi: "Để hai người thành vợ chồng.", en: "Makes two people husband and wife." },
  checkedOn: "2026-11-24",
};

const topic: Topic = {
  phrases: ["giấy tờ gia đình"],
  question: { vi: "Bạn cần việc nào?", en: "Which one do you need?" },
  codes: ["1.000001", "1.000002"],
};

const event: LifeEvent = {
  id: "sinh-con",
  name: { vi: "Sinh con", en: "A new baby" },
  phrases: ["nhà có em bé"],
  intro: { vi: "Bạn làm lần lượt các việc sau.", en: "Do these one after the other." },
  steps: [
    { code: "1.000001" },
    { code: "1.000002", sameVisit: true, when: { vi: "Nếu chưa cưới.", en: "If unmarried." } },
  ],
};

const places: Places = {
  offices: [
    {
      id: "can-giuoc",
      name: "Trung tâm Phục vụ hành chính công xã Cần Giuộc",
      commune: "Xã Cần Giuộc",
      formerNames: ["Thị trấn Cần Giuộc"],
      address: { kind: "not-published" },
      phone: { kind: "known", value: "0272 000 000", source: "Trang của xã", checkedOn: "2026-10-01" },
      hours: { kind: "not-published" },
      effectiveFrom: "2025-07-01",
      source: "Nghị quyết 1682/NQ-UBTVQH15",
    },
  ],
  province: {
    name: "Tỉnh Tây Ninh",
    formerNames: ["Tỉnh Long An"],
    formerDistrict: "Huyện Cần Giuộc",
    effectiveFrom: "2025-07-01",
    source: "Nghị quyết 202/2025/QH15",
  },
  jurisdictions: [
    {
      id: "ho-tich",
      matter: { vi: "Hộ tịch có yếu tố nước ngoài", en: "Civil status with a foreign element" },
      before: { vi: "Ủy ban nhân dân huyện cũ", en: "the former district" },
      now: { vi: "Ủy ban nhân dân xã", en: "the commune" },
      from: "2025-07-01",
      source: "Nghị định 120/2025/NĐ-CP",
      procedures: ["1.000001"],
      checkedOn: "2026-11-24",
    },
  ],
  hotline: {
    kind: "known",
    value: "0272 000 001",
    source: "UBND",
    checkedOn: "2023-03-15",
    needsConfirming: true,
  },
  zalo: { kind: "not-published" },
  portals: [{ id: "national", name: { vi: "Cổng Dịch vụ công quốc gia" }, url: "https://dichvucong.gov.vn" }],
};

const holiday = (id: string, calendar: "solar" | "lunar", day: number, month: number) => ({
  id,
  name: { vi: id, en: id },
  calendar,
  month,
  day,
  source: "Bộ luật Lao động số 45/2019/QH14, Điều 112",
});

const holidays: HolidayRules = {
  checkedOn: "2026-11-24",
  yearly: [
    holiday("tet-duong-lich", "solar", 1, 1),
    { ...holiday("tet", "lunar", 1, 1), daysBefore: 2, daysAfter: 3, decidedEachYear: true },
    holiday("gio-to", "lunar", 10, 3),
    holiday("chien-thang", "solar", 30, 4),
    holiday("lao-dong", "solar", 1, 5),
    { ...holiday("quoc-khanh", "solar", 2, 9), daysAfter: 1, decidedEachYear: true },
  ],
  decisions: [
    { holiday: "tet", year: 2026, from: "2026-02-16", to: "2026-02-20", source: "Thông báo" },
    { holiday: "quoc-khanh", year: 2026, from: "2026-09-01", to: "2026-09-02", source: "Thông báo" },
  ],
  swaps: [],
};

const asking = (asks: string[]) => ({ asks, names: [], checks: [] });

const vocabulary: Vocabulary = {
  shorthand: { gks: "giấy khai sinh" },
  concepts: [{ id: "birth", words: ["sinh", "sanh"] }],
  intents: [{ status: "smalltalk.greeting", examples: ["xin chào"] }],
  cues: { lists: [], rules: [] },
  facets: {
    documents: asking(["cần giấy tờ gì"]),
    fee: asking(["bao nhiêu tiền"]),
    time: asking(["mấy ngày"]),
    place: asking(["ở đâu"]),
    online: asking(["qua mạng"]),
    steps: asking(["làm sao"]),
    form: asking(["tờ khai"]),
    eligibility: asking(["ai làm được"]),
    legal: asking(["luật nào"]),
    result: asking(["nhận được gì"]),
  },
  fillers: ["cho", "con", "tôi"],
};

const parts =
  "source documents.title fee.title time.title place.title online.title steps.title several.intro".split(" ");
const wording: Record<string, Required<Text>> = Object.fromEntries(
  [...answerStatuses, ...parts].map((name) => [name, { vi: "Chào {name}.", en: "Hello {name}." }]),
);

const everything = {
  birthRecord,
  marriageRecord,
  birthGuide,
  marriageGuide,
  topic,
  event,
  procedureFiles: [
    { path: "procedures/ho-tich.json", field: "Hộ tịch", procedures: [birthRecord, marriageRecord] },
  ],
  guideFiles: [{ path: "guides/ho-tich.json", field: "Hộ tịch", guides: [birthGuide, marriageGuide] }],
  places,
  holidays,
  vocabulary,
  wording,
  priority: {
    procedures: [
      { code: "1.000001", group: "Hộ tịch", core: true },
      { code: "1.000002", group: "Hộ tịch" },
    ],
    fullEnglish: ["1.000001"],
  },
  exceptions: [] as { rule: string; code: string; field?: string; reason: string; until: string }[],
  /** Texts of further files, or in place of the ones above, by path. */
  raw: {} as Record<string, string>,
};

/** A small knowledge that breaks no rule, for a test to break. `birthRecord` and the like stand inside the files. */
export type Sample = Mutable<typeof everything>;

export function sampleFiles(change: (sample: Sample) => void = () => {}): KnowledgeFile[] {
  const sample = structuredClone(everything) as Sample;
  change(sample);
  const values: Record<string, unknown> = {
    "topics/all.json": { topics: [sample.topic] },
    "life-events/all.json": { lifeEvents: [sample.event] },
    "places/places.json": sample.places,
    "places/holidays.json": sample.holidays,
    "replies/all.json": sample.wording,
    "priority.json": sample.priority,
    "exceptions.json": sample.exceptions,
  };
  for (const { path, ...file } of [...sample.procedureFiles, ...sample.guideFiles]) values[path] = file;
  for (const [part, value] of Object.entries(sample.vocabulary)) values[`vocabulary/${part}.json`] = value;
  const texts = Object.entries(values).map(
    ([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`] as const,
  );
  return Object.entries({ ...Object.fromEntries(texts), ...sample.raw }).map(([path, text]) =>
    knowledgeFile(path, text),
  );
}

export function sampleView(change?: (sample: Sample) => void): KnowledgeView {
  return viewOf(sampleFiles(change));
}

/** What one rule finds in the sample after a change; without one it must find nothing. */
export function findingsOf(
  rule: Rule,
  change?: (sample: Sample) => void,
  context: { readonly today?: string; readonly questions?: readonly EvaluationQuestion[] } = {},
): readonly Finding[] {
  return rule.check(sampleView(change), { today: SAMPLE_DAY, questions: [], ...context });
}
