import type { Knowledge } from "../../bot/domain/index.ts";
import { type Finding, judge } from "./finding.ts";

const loaded = judge("knowledge", "Kiến thức", "knowledge");
const age = judge("knowledge-age", "Ngày kiểm tra kiến thức", "age of the knowledge");
const replies = judge("replies", "Lời đáp", "replies");

const MS_PER_DAY = 86_400_000;
/** As the content rule `dated-sources` has it. */
const OLDEST_DAYS = 365;

/**
 * Judges knowledge that loads.
 * @param today `YYYY-MM-DD` in Vietnam
 * @param faultyReplies names of replies that are missing or differ between the languages
 */
export function checkKnowledgeLoaded(
  knowledge: Pick<Knowledge, "procedures" | "guides" | "topics" | "lifeEvents" | "version">,
  today: string,
  faultyReplies: readonly string[],
): Finding[] {
  const { procedures, guides, topics, lifeEvents, version } = knowledge;
  const [p, g, t, l] = [procedures.size, guides.size, topics.length, lifeEvents.length];
  return [
    loaded.ok(
      `${p} thủ tục, ${g} hướng dẫn, ${t} chủ đề, ${l} tình huống, bản ${version}`,
      `${p} procedures, ${g} guides, ${t} topics, ${l} life events, version ${version}`,
    ),
    checkAge(knowledge, today),
    checkReplies(faultyReplies),
  ];
}

/** The knowledge could not be loaded. */
export function badKnowledge(problem: string): Finding {
  return loaded.fail(
    { vi: problem, en: problem },
    {
      vi: "chạy trong thư mục của dự án; npm run check:knowledge chỉ ra chỗ sai",
      en: "run this in the project's folder; npm run check:knowledge names what is wrong",
    },
  );
}

function checkAge({ procedures, guides }: Pick<Knowledge, "procedures" | "guides">, today: string): Finding {
  const days = [
    ...[...procedures.values()].map(({ source }) => source.checkedOn),
    ...[...guides.values()].map(({ checkedOn }) => checkedOn),
  ].map((day) => Math.round((Date.parse(today) - Date.parse(day)) / MS_PER_DAY));
  const oldest = days.reduce((most, day) => Math.max(most, day), 0);
  const stale = days.filter((day) => day > OLDEST_DAYS).length;
  if (stale > 0) {
    return age.warn(
      {
        vi: `${stale} mục chưa được xem lại hơn ${OLDEST_DAYS} ngày, lâu nhất ${oldest} ngày`,
        en: `${stale} items not looked at for more than ${OLDEST_DAYS} days, the oldest for ${oldest}`,
      },
      {
        vi: "đối chiếu với Cổng Dịch vụ công rồi npm run import; npm run report:knowledge liệt kê",
        en: "compare with the national portal and npm run import; npm run report:knowledge lists them",
      },
    );
  }
  return age.ok(`lâu nhất ${oldest} ngày`, `oldest ${oldest} days`);
}

function checkReplies(faulty: readonly string[]): Finding {
  if (faulty.length === 0) return replies.ok("đủ hai thứ tiếng", "complete in both languages");
  const names = faulty.join(", ");
  return replies.fail(
    { vi: `thiếu hoặc lệch: ${names}`, en: `missing or different: ${names}` },
    {
      vi: "sửa trong knowledge/replies, xem npm run check:knowledge",
      en: "mend knowledge/replies, see npm run check:knowledge",
    },
  );
}
