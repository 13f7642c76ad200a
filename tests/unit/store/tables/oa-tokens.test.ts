import { expect, it } from "vitest";
import { systemClock } from "../../../../bot/base/index.ts";
import { oaTokenStore } from "../../../../bot/store/index.ts";
import type { Tokens } from "../../../../bot/zalo/index.ts";
import { describeOnEachStore } from "../../../support/stores.ts";

const OA = "3000000000000000003";
const tokens = (n: number): Tokens => ({
  accessToken: `a${n}`,
  refreshToken: `r${n}`,
  accessExpiresAtMs: 1790000000000 + n,
  refreshExpiresAtMs: 1797776000000 + n,
  renewedAtMs: n,
});

describeOnEachStore("tokens", (open) => {
  it("are read as they were put, with a version that grows", async () => {
    const store = oaTokenStore(await open());
    expect(await store.read(OA)).toBeUndefined();
    await store.put(OA, tokens(1));
    expect(await store.read(OA)).toEqual({ ...tokens(1), version: 1 });
    const { refreshToken: _token, refreshExpiresAtMs: _expires, ...alone } = tokens(2);
    await store.put(OA, alone);
    expect(await store.read(OA)).toEqual({ ...alone, version: 2 });
    expect(await store.read("another account")).toBeUndefined();
  });

  it("are replaced only over the version that was seen", async () => {
    const store = oaTokenStore(await open());
    await store.put(OA, tokens(1));
    expect(await store.replace(OA, tokens(2), 1)).toBe(true);
    expect(await store.replace(OA, tokens(3), 1)).toBe(false);
    expect(await store.read(OA)).toEqual({ ...tokens(2), version: 2 });
  });

  it("are lost only in the version that was refused; new ones are not", async () => {
    const store = oaTokenStore(await open());
    await store.put(OA, tokens(1));
    await store.markLost(OA, 7, 99);
    expect(await store.read(OA)).not.toHaveProperty("lostAtMs");
    await store.markLost(OA, 1, 99);
    expect(await store.read(OA)).toMatchObject({ lostAtMs: 99, version: 1 });
    await store.put(OA, tokens(2));
    expect(await store.read(OA)).not.toHaveProperty("lostAtMs");
  });

  it("may be renewed by one holder until they release, replace, or their time is over", async () => {
    const store = oaTokenStore(await open());
    expect(await store.claim(OA, "first", 60_000)).toBe(false);
    await store.put(OA, tokens(1));
    expect(await store.claim(OA, "first", 60_000)).toBe(true);
    expect(await store.claim(OA, "second", 60_000)).toBe(false);
    await store.release(OA, "second");
    expect(await store.claim(OA, "second", 60_000)).toBe(false);
    await store.release(OA, "first");
    expect(await store.claim(OA, "second", 60_000)).toBe(true);
    await store.replace(OA, tokens(2), 1);
    expect(await store.claim(OA, "third", 50)).toBe(true);
    await systemClock.sleep(60);
    expect(await store.claim(OA, "fourth", 60_000)).toBe(true);
  });

  it("can be claimed by exactly one of many at the same moment", async () => {
    const store = oaTokenStore(await open());
    await store.put(OA, tokens(1));
    const claims = await Promise.all(Array.from({ length: 20 }, (_, n) => store.claim(OA, `p${n}`, 60_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
});
