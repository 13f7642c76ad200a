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
  type CouncilFee,
  type Guide,
  type LifeEvent,
  type Procedure,
  type Text,
  type Topic,
} from "../../bot/domain/index.ts";
import { holidays, places, vocabulary } from "./sample-parts.ts";

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

/** What staff would enter from a resolution; no such resolution exists. */
export const councilFee: Mutable<CouncilFee> = {
  code: "1.000001",
  province: "Tỉnh Tây Ninh",
  resolution: {
    number: "99/2026/NQ-HĐND",
    title: "Mức thu lệ phí hộ tịch",
    url: "https://tayninh.gov.vn/nq-99",
  },
  channels: { counter: [{ kind: "amount", amount: 8000, currency: "VND", unit: "trường hợp" }] },
  effectiveFrom: "2026-08-01",
  source: "Công báo tỉnh",
  checkedOn: "2026-11-20",
  by: "Trung tâm Phục vụ hành chính công xã Cần Giuộc",
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
  councilFees: { fees: [] as Mutable<CouncilFee>[] },
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
    "places/council-fees.json": sample.councilFees,
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
