import type { Say, Subject } from "../../bot/answer/index.ts";
import type {
  Channel,
  Fee,
  Guide,
  Procedure,
  ProcessingTime,
  RequiredDocument,
} from "../../bot/domain/index.ts";
import { birthRecord } from "./sample-knowledge.ts";

/** Wording that shows its own name and values, so that a test reads what was said and not how it is phrased. */
export function echo(terms: Readonly<Record<string, string>> = {}): Say {
  return (key, values = {}, fallback) =>
    fallback === undefined ? [key, ...Object.values(values)].join(" | ") : (terms[key] ?? fallback);
}

export function paper(key: string, title: string, more: Partial<RequiredDocument> = {}): RequiredDocument {
  return { key, title, originals: 1, copies: 0, forms: [], ...more };
}

export function channel(
  kind: Channel["kind"],
  time: ProcessingTime = { kind: "not-published" },
  fees: readonly Fee[] = [{ kind: "not-published" }],
): Channel {
  return { kind, time, fees };
}

export function amount(value: number, label?: string): Fee {
  return { kind: "amount", amount: value, currency: "VND", ...(label && { label }) };
}

/** A guide in both languages, with one case question that changes the papers and one option that leads elsewhere. */
export const sampleGuide: Guide = {
  code: birthRecord.code,
  phrases: ["khai sinh cho con"],
  name: { vi: "Làm giấy khai sinh", en: "Birth registration" },
  purpose: { vi: "Để con có giấy khai sinh.", en: "Gives a child its birth certificate." },
  who: { vi: "Cha hoặc mẹ.", en: "Father or mother." },
  cases: [
    {
      id: "noi-sinh",
      question: { vi: "Sinh ở đâu?", en: "Born where?" },
      options: [
        {
          id: "benh-vien",
          label: { vi: "Ở bệnh viện", en: "In hospital" },
          words: ["bệnh viện"],
          documents: ["to-khai", "chung-sinh"],
          note: { vi: "Bệnh viện cấp giấy.", en: "The hospital issues it." },
        },
        {
          id: "tai-nha",
          label: { vi: "Tại nhà", en: "At home" },
          words: ["tại nhà"],
          documents: ["to-khai", "cam-doan"],
        },
        {
          id: "nuoc-ngoai",
          label: { vi: "Ở nước ngoài", en: "Abroad" },
          words: ["nước ngoài"],
          goTo: "1.000002",
        },
      ],
    },
  ],
  documents: [
    { id: "to-khai", name: { vi: "Tờ khai", en: "Form" }, sources: ["K1"] },
    { id: "chung-sinh", name: { vi: "Giấy chứng sinh", en: "Birth notification" }, sources: ["K2"] },
    { id: "cam-doan", name: { vi: "Giấy cam đoan", en: "Statement" }, sources: ["K3"] },
    {
      id: "cu-tru",
      name: { vi: "Giấy nơi cư trú", en: "Proof of residence" },
      sources: ["K4"],
      lookedUp: true,
      when: { vi: "chỉ khi máy không tra được.", en: "only if it cannot be looked up" },
    },
  ],
  steps: {
    counter: [
      { vi: "Đem giấy ra quầy.", en: "Go to the counter." },
      { vi: "Nhận phiếu hẹn.", en: "Take the slip." },
    ],
    online: [{ vi: "Đăng nhập rồi nộp.", en: "Log in and file." }],
  },
  mistakes: [{ vi: "Để quá hạn.", en: "Waiting too long." }],
  checkedOn: "2026-07-18",
};

export const sampleRecord: Procedure = {
  ...birthRecord,
  cases: [
    {
      name: "",
      documents: [
        paper("K1", "Tờ khai đăng ký khai sinh theo mẫu", { forms: ["to-khai.docx"] }),
        paper("K2", "Giấy chứng sinh"),
        paper("K3", "Văn bản cam đoan", { copies: 1 }),
        paper("K4", "Giấy tờ chứng minh nơi cư trú"),
      ],
    },
  ],
};

/** What text is made from: the sample record with the guide, in Vietnamese, nothing decided. */
export function sampleSubject(change: Partial<Subject> = {}): Subject {
  return { procedure: sampleRecord, guide: sampleGuide, language: "vi", say: echo(), decided: {}, ...change };
}

/** The sample record with some facts changed, and no guide. */
export function recordSubject(facts: Partial<Procedure>, change: Partial<Subject> = {}): Subject {
  return sampleSubject({ procedure: { ...sampleRecord, ...facts }, guide: undefined, ...change });
}
