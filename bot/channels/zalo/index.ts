export { createContentReplies } from "./content-replies.ts";
export { createFlowWording } from "./flow-wording.ts";
export { verifierFile } from "./verifier-file.ts";
export { createZaloChannel, type ZaloChannel, type ZaloSettings } from "./zalo-channel.ts";
