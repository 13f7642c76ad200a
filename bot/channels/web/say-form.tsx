import type { ComponentChildren, VNode } from "preact";

/**
 * A form that sends something as the person's words. With client script only the new messages come back;
 * they are put in place by the parts of the answer (see `parts.tsx`), so nothing is swapped here.
 */
export function SayForm(props: {
  readonly className: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}): VNode {
  const { className, id, children } = props;
  return (
    <form
      class={className}
      id={id}
      method="post"
      action="/chat"
      data-say=""
      hx-post="/chat"
      hx-swap="none"
      hx-sync="#dock:queue all"
      hx-include="#after"
    >
      {children}
    </form>
  );
}
