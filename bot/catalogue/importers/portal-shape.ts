import { z } from "zod";

const named = z.object({ name: z.string() }).nullish();
const names = z.array(named).nullish();

/** A moment as the portal writes it; outside this century it is a slip. */
const moment = z
  .number()
  .min(Date.UTC(2000, 0, 1), "expected milliseconds since 1970, not before 2000")
  .max(Date.UTC(2100, 0, 1), "expected milliseconds since 1970, before 2100");

const fee = z.object({
  value: z.number().nullish(),
  currencyId: z.string().nullish(),
  description: z.string().nullish(),
});

const method = z.object({
  submissionMethod: z.enum(["ONLINE", "POSTAL", "DIRECT"]),
  /** A number, but officers also typed words into it. */
  processingTime: z.union([z.number(), z.string()]).nullish(),
  processingTimeUnit: z.enum(["HOUR", "DAY", "WORKING_DAY", "MONTH", "OTHER"]),
  description: z.string().nullish(),
  fees: z.array(fee).nullish(),
});

const component = z.object({
  name: z.string(),
  code: z.string().nullish(),
  originalQty: z.number().nullish(),
  copyQty: z.number().nullish(),
  attachments: z.array(z.object({ fileName: z.string() })).nullish(),
});

/** The parts of the portal's detail API that we read; everything else is ignored. Absent keys are allowed where the portal leaves them out. */
export const portalDetail = z.object({
  id: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "expected the portal's id, a UUID"),
  code: z.string().regex(/^\d\.\d{6,9}$/, "expected a procedure code such as 1.001193"),
  name: z.string().trim().min(1),
  type: z.enum(["STANDARD", "SPECIFIC", "STANDARD_INTERNAL"]),
  categoriesDetails: z
    .array(z.object({ name: z.string().trim().min(1) }))
    .min(1, "expected one field (lĩnh vực)"),
  isWard: z.boolean(),
  isProvince: z.boolean(),
  isMinistry: z.boolean(),
  isOtherAgency: z.boolean(),
  isFullProcess: z.boolean().nullish(),
  departmentPromulgateName: z.string().trim().min(1),
  subjectTypesDetails: names,
  unitGroupsExecuting: names,
  departmentsExecuting: names,
  executingAgencies: z.string().nullish(),
  dossierReceivingAddresses: z.string().nullish(),
  executionMethods: z.array(method).nullish(),
  executionSteps: z
    .array(z.object({ name: z.string().nullish(), description: z.string().nullish() }).nullish())
    .nullish(),
  requirementsAndConditions: z.string().nullish(),
  executionCases: z
    .array(z.object({ name: z.string().nullish(), profileComponents: z.array(component).nullish() }))
    .nullish(),
  cases: z
    .array(z.object({ processingDay: z.object({ qty: z.number(), type: z.string() }).nullish() }))
    .nullish(),
  resultsDetails: names,
  legalBasisesDetails: z
    .array(z.object({ name: z.string().nullish(), code: z.string().nullish() }).nullish())
    .nullish(),
  procedureProposal: z.object({
    proposalNumber: z.string().trim().min(1),
    decisionDate: moment.nullish(),
  }),
  updatedAt: moment,
});

export type PortalDetail = z.infer<typeof portalDetail>;
export type PortalMethod = z.infer<typeof method>;
export type PortalFee = z.infer<typeof fee>;
export type PortalCase = NonNullable<PortalDetail["executionCases"]>[number];
export type PortalComponent = z.infer<typeof component>;
