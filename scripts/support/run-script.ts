import type { Command } from "commander";
import { messageOf, OperatorError } from "../../bot/base/index.ts";

/**
 * Runs a command-line script: parses arguments, awaits the action and turns its number into the exit code.
 * Something the operator can mend is shown as one line; anything else keeps its stack. Both exit with 1.
 */
export async function runScript<Args extends unknown[]>(
  command: Command,
  action: (...args: Args) => number | Promise<number>,
): Promise<void> {
  command.action(async (...args: unknown[]) => {
    process.exitCode = await action(...(args as Args));
  });
  await runCommands(command);
}

/** The same for a command whose parts have their actions already. */
export async function runCommands(command: Command): Promise<void> {
  try {
    await command.parseAsync();
  } catch (error) {
    console.error(error instanceof OperatorError ? messageOf(error) : error);
    process.exitCode = 1;
  }
}
