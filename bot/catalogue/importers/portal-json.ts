import { vietnamDate } from "../../base/index.ts";
import type { Channel, Level, Procedure } from "../../domain/index.ts";
import { fingerprint } from "../fingerprint.ts";
import { procedureSchema } from "../schema/procedure.ts";
import { readDocuments } from "./portal-documents.ts";
import { readFees } from "./portal-fees.ts";
import { readFigures } from "./portal-figures.ts";
import { type PortalDetail, portalDetail } from "./portal-shape.ts";
import { readCaseTimes, readTime, timeConflicts } from "./portal-times.ts";
import { cutAtSentence, oneLine, withoutListMarks } from "./published-text.ts";

/** One thing wrong with a record: where, what stands there, and what was expected. */
export interface RecordProblem {
  readonly field: string;
  readonly value: string;
  readonly problem: string;
}

export type ReadRecord =
  | { readonly ok: true; readonly procedure: Procedure }
  | { readonly ok: false; readonly problems: readonly RecordProblem[] };

const PLACE_LIMIT = 300;
const PROBLEMS_PER_RECORD = 5;
const channelKinds = { DIRECT: "counter", ONLINE: "online", POSTAL: "postal" } as const;

/**
 * Reads one record of the portal's detail API: the `data` member itself, or a line `{code, detail}` around it.
 * @param checkedOn the day the portal was looked at, `YYYY-MM-DD`
 */
export function readPortalRecord(raw: unknown, checkedOn: string): ReadRecord {
  const parsed = portalDetail.safeParse(unwrap(raw));
  if (!parsed.success) {
    return { ok: false, problems: problemsOf(parsed.error.issues, unwrap(raw)) };
  }
  const facts = readFacts(parsed.data);
  const { decisionDate } = parsed.data.procedureProposal;
  const source = {
    kind: "national-portal" as const,
    decision: oneLine(parsed.data.procedureProposal.proposalNumber),
    ...(typeof decisionDate === "number" && { decidedOn: vietnamDate(decisionDate) }),
    updatedOn: vietnamDate(parsed.data.updatedAt),
    checkedOn,
    portalId: parsed.data.id,
  };
  return checked({ ...facts, source: { ...source, fingerprint: fingerprint({ ...facts, source }) } });
}

/** What would not be read back later is refused now, while the file and row are known. */
function checked(procedure: Procedure): ReadRecord {
  const result = procedureSchema.safeParse(procedure);
  if (result.success) return { ok: true, procedure };
  return { ok: false, problems: problemsOf(result.error.issues, procedure) };
}

function problemsOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  whole: unknown,
): RecordProblem[] {
  return issues.slice(0, PROBLEMS_PER_RECORD).map(({ path, message }) => ({
    field: path.join(".") || "(record)",
    value: preview(path.reduce<unknown>((value, key) => at(value, key), whole)),
    problem: message,
  }));
}

function readFacts(detail: PortalDetail): Omit<Procedure, "source"> {
  const caseTimes = readCaseTimes(detail);
  const channels = (detail.executionMethods ?? []).map(
    (method): Channel => ({
      kind: channelKinds[method.submissionMethod],
      time: readTime(method, caseTimes.length === 1 ? caseTimes[0] : undefined),
      fees: readFees(method.fees ?? []),
    }),
  );
  const place = cutAtSentence(oneLine(detail.dossierReceivingAddresses), PLACE_LIMIT);
  const figures = readFigures(detail);
  const online = channels.some(({ kind }) => kind === "online");
  return {
    code: detail.code,
    name: withoutListMarks(oneLine(detail.name)),
    field: oneLine(detail.categoriesDetails[0]?.name),
    levels: readLevels(detail),
    scope: detail.type === "STANDARD" ? "national" : "local",
    promulgatedBy: oneLine(detail.departmentPromulgateName),
    subjects: namesOf(detail.subjectTypesDetails),
    channels,
    onlineLevel: online ? (detail.isFullProcess ? "full" : "partial") : "none",
    ...readDocuments(detail.executionCases ?? []),
    ...(figures && { figures }),
    authorities: [
      ...new Set([
        ...namesOf(detail.unitGroupsExecuting),
        ...namesOf(detail.departmentsExecuting),
        ...[cutAtSentence(withoutListMarks(oneLine(detail.executingAgencies)), PLACE_LIMIT)].filter(Boolean),
      ]),
    ],
    ...(place && place !== "Không có thông tin" && { place }),
    results: namesOf(detail.resultsDetails),
    legalBases: readLegalBases(detail),
    portalUrl: `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${detail.id}`,
    conflicts: timeConflicts(
      channels.map(({ time }) => time),
      caseTimes,
    ),
  };
}

function readLevels(detail: PortalDetail): Level[] {
  const levels: Level[] = [];
  if (detail.isWard) levels.push("commune");
  if (detail.isProvince) levels.push("province");
  if (detail.isMinistry) levels.push("ministry");
  if (detail.isOtherAgency || levels.length === 0) levels.push("other");
  return levels;
}

function readLegalBases(detail: PortalDetail): Procedure["legalBases"] {
  return (detail.legalBasisesDetails ?? []).flatMap((law) => {
    const number = oneLine(law?.code);
    return number ? [{ number, title: cutAtSentence(oneLine(law?.name), PLACE_LIMIT) }] : [];
  });
}

function namesOf(list: readonly ({ name: string } | null | undefined)[] | null | undefined): string[] {
  const names = (list ?? []).map((item) => cutAtSentence(withoutListMarks(oneLine(item?.name)), PLACE_LIMIT));
  return [...new Set(names.filter(Boolean))];
}

function unwrap(raw: unknown): unknown {
  return at(raw, "detail") ?? (at(at(raw, "data"), "code") === undefined ? raw : at(raw, "data"));
}

function at(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function preview(value: unknown): string {
  return (JSON.stringify(value) ?? "(absent)").slice(0, 80);
}
