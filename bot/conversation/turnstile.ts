/** Answers computed at a stretch: at a few ms each, webhooks wait some ten ms at most. */
const AT_A_STRETCH = 4;

/**
 * Lets a few callers through, then first lets in everything that waits at the door of the process. An
 * acknowledgement has two seconds and an answer has not: when more comes than can be answered, webhooks
 * are still acknowledged at once, and the answers wait in the inbox.
 */
export function createTurnstile(): () => Promise<void> {
  let door = Promise.resolve();
  let through = 0;
  return () => {
    through += 1;
    if (through % AT_A_STRETCH === 0) door = door.then(() => new Promise(setImmediate));
    return door;
  };
}
