import type { ComponentChildren, VNode } from "preact";

/**
 * A form that sends something as the person's words. With client script only the new messages come back;
 * they are put in place by the parts of the answer (see `parts.tsx`), so nothing is swapped here.
 */
export function SayForm(props: {
  readonly className: string;
  readonly id?: string;
  /** Code of the link that led here, to be counted with the first message. */
  readonly referral?: string | undefined;
  readonly children: ComponentChildren;
}): VNode {
  const { className, id, referral, children } = props;
  const address = referral ? `/chat?ref=${referral}` : "/chat";
  return (
    <form
      class={className}
      id={id}
      method="post"
      action={address}
      data-say=""
      hx-post={address}
      hx-swap="none"
      hx-sync="#dock:queue all"
      hx-include="#after"
    >
      {children}
    </form>
  );
}
