/** A body of the platform; it comes with HTTP 200 whatever it says. */
export type Answer = Readonly<Record<string, unknown>>;

export function accepted(data: unknown): Answer {
  return { error: 0, message: "Success", data };
}

export function refused(error: number, message: string): Answer {
  return { error, message };
}
