import type { Send } from "../../domain/index.ts";

/** A web reply needs no sending: once its turn is stored the page shows it. */
export const sendWebReply: Send = async () => ({ kind: "sent" });
