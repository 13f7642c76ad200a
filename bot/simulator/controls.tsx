import type { VNode } from "preact";
import type { Language } from "../domain/index.ts";
import { ActForm } from "./act-form.tsx";
import { mediaKinds } from "./events.ts";
import { type Words, words } from "./words.ts";

const times = ["advance1", "advance50", "advance170"] as const;
const actOfTime = { advance1: "advance1", advance50: "advance50", advance170: "advance192" } as const;
const faults = ["slow", "fail", "lose", "rate", "quota", "expire", "double", "shuffle", "normal"] as const;

/** Everything that can happen on the real platform, to be tried with a press. */
export function Controls({
  language,
  personId,
}: {
  readonly language: Language;
  readonly personId: string;
}): VNode {
  const say = words[language];
  return (
    <section class="card" aria-labelledby="controls">
      <h2 id="controls">{say.controls}</h2>
      <Group title={say.sendOther} personId={personId}>
        {mediaKinds.map((kind) => act(kind, say[kind]))}
        {act("withdraw", say.withdraw)}
      </Group>
      <Group title={say.time} personId={personId}>
        {times.map((time) => act(actOfTime[time], say[time]))}
      </Group>
      <Group title={say.faults} personId={personId}>
        {faults.map((fault) => act(fault, say[fault]))}
        {act("webhook", say.webhookAgain)}
      </Group>
      <StaffForm say={say} personId={personId} />
      <p>
        <a href="/simulator">{say.other}</a>
      </p>
    </section>
  );
}

function Group(props: {
  readonly title: string;
  readonly personId: string;
  readonly children: unknown;
}): VNode {
  return (
    <ActForm personId={props.personId} className="group">
      <fieldset>
        <legend class="label">{props.title}</legend>
        <div class="choices">{props.children as VNode[]}</div>
      </fieldset>
    </ActForm>
  );
}

function act(name: string, label: string): VNode {
  return (
    <button key={name} type="submit" class="small" name="act" value={name}>
      {label}
    </button>
  );
}

function StaffForm({ say, personId }: { readonly say: Words; readonly personId: string }): VNode {
  return (
    <ActForm personId={personId} act="staff" className="group" clears>
      <label class="label" for="staff-text">
        {say.staff}
      </label>
      <div class="composer">
        <textarea id="staff-text" name="text" rows={1} required placeholder={say.staffField} />
        <button type="submit" class="small">
          {say.staffSend}
        </button>
      </div>
    </ActForm>
  );
}
