import { type Finding, judge } from "./finding.ts";

/** One of the platform's hosts, and why it could not be reached. */
export interface HostSeen {
  readonly host: string;
  readonly problem?: string;
}

const { ok, fail } = judge("zalo", "Zalo", "Zalo");

/** @param hosts undefined when no account is configured */
export function checkZalo(hosts: readonly HostSeen[] | undefined): Finding {
  if (!hosts) {
    return ok(
      "chưa có Official Account, trình giả lập thay Zalo",
      "no Official Account, the simulator takes Zalo's place",
    );
  }
  const lost = hosts.filter(({ problem }) => problem);
  const names = hosts.map(({ host }) => host).join(", ");
  if (lost.length === 0) return ok(`kết nối được ${names}`, `${names} can be reached`);
  const list = lost.map(({ host, problem }) => `${host} (${problem})`).join(", ");
  return fail(
    { vi: `không kết nối được ${list}`, en: `cannot reach ${list}` },
    {
      vi: "kiểm tra mạng, DNS và tường lửa: máy chủ phải ra được cổng 443",
      en: "check network, DNS and firewall: the server needs port 443 outwards",
    },
  );
}
