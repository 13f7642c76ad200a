/**
 * A record in the shape of the portal's detail API, with invented contents. Keys that the portal always sends
 * and we do not read are left out; `undefined` takes a key away, as the portal does.
 */
export function portalDetail(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const detail: Record<string, unknown> = {
    id: "11111111-2222-4333-8444-555555555501",
    code: "1.900001",
    name: "Thủ tục xác nhận vườn mai",
    type: "STANDARD",
    isWard: true,
    isProvince: false,
    isMinistry: false,
    isOtherAgency: false,
    isFullProcess: false,
    categoriesDetails: [{ code: "G99-MAI", name: "Vườn cảnh" }],
    departmentPromulgateName: "Bộ Vườn cảnh",
    subjectTypesDetails: [{ name: "Công dân Việt Nam" }],
    unitGroupsExecuting: [{ name: "Ủy ban nhân dân cấp xã" }],
    departmentsExecuting: [],
    executingAgencies: "",
    dossierReceivingAddresses: "",
    executionMethods: [portalMethod()],
    executionSteps: [{ name: "", description: "Bước 1: Nộp hồ sơ trong thời hạn 60 ngày." }],
    requirementsAndConditions: "Người từ đủ 18 tuổi.",
    executionCases: [{ name: "", profileComponents: [portalComponent()] }],
    cases: [],
    resultsDetails: [{ code: "KQ1", name: "Giấy xác nhận" }],
    legalBasisesDetails: [{ code: "01/2025/QH15", name: "Luật Vườn cảnh" }],
    procedureProposal: { proposalNumber: "12/QĐ-BVC", decisionDate: Date.UTC(2026, 0, 10) },
    updatedAt: Date.UTC(2026, 4, 20, 3),
    ...changes,
  };
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined));
}

/** One way of filing: at the counter, three working days, fee zero without a word. */
export function portalMethod(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    submissionMethod: "DIRECT",
    processingTime: 3,
    processingTimeUnit: "WORKING_DAY",
    description: "",
    fees: [{ type: "FEE", value: 0, currencyId: "", description: "" }],
    ...changes,
  };
}

/** One line of a dossier. */
export function portalComponent(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    name: "Tờ khai vườn mai",
    code: "G99-KQ1",
    originalQty: 1,
    copyQty: 0,
    attachments: [],
    ...changes,
  };
}

/** A line of a `.jsonl` file, as the records were gathered. */
export function portalLine(detail: Record<string, unknown>): string {
  return JSON.stringify({ id: detail.id, code: detail.code, name: detail.name, detail });
}
