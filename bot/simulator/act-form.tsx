import type { ComponentChildren, VNode } from "preact";

/** A form that makes somebody do something; the page's live parts come back. */
export function ActForm(props: {
  readonly personId: string;
  readonly act?: string;
  readonly className: string;
  /** The field is emptied once it is sent. */
  readonly clears?: boolean;
  readonly children: ComponentChildren;
}): VNode {
  const { personId, act, className, clears = false, children } = props;
  const address = `/simulator/people/${personId}/acts`;
  return (
    <form
      class={className}
      method="post"
      action={address}
      hx-post={address}
      hx-swap="none"
      {...(clears && { "data-clears": "" })}
    >
      {act && <input type="hidden" name="act" value={act} />}
      {children}
    </form>
  );
}
