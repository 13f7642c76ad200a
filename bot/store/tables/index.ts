import type { AcceptedEventRow } from "./accepted-events.ts";
import type { ConversationRow } from "./conversations.ts";
import type { ErasureRow } from "./erasures.ts";
import type { InboxRow } from "./inbox.ts";
import type { LaneRow } from "./lanes.ts";
import type { OaSendRow } from "./oa-sends.ts";
import type { OaTokenRow } from "./oa-tokens.ts";
import type { OutboxRow } from "./outbox.ts";
import type { ReferralEventRow, ReferralLinkRow } from "./referrals.ts";
import type { SetAsideRow } from "./set-aside.ts";
import type { TurnRow } from "./turns.ts";

/** Every table by its name in SQL. A new table is a file here, a line below and a migration. */
export interface Tables {
  accepted_events: AcceptedEventRow;
  conversations: ConversationRow;
  lanes: LaneRow;
  inbox: InboxRow;
  turns: TurnRow;
  outbox: OutboxRow;
  set_aside: SetAsideRow;
  erasures: ErasureRow;
  oa_tokens: OaTokenRow;
  oa_sends: OaSendRow;
  referral_links: ReferralLinkRow;
  referral_events: ReferralEventRow;
}
