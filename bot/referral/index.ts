export { codeNamed, type Referred, referralCode } from "./referral-code.ts";
export { createReferrals, type Referral, type Referrals } from "./referrals.ts";
export { referralRouter } from "./routes.tsx";
