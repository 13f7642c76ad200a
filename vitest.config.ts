import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: ["tests/support/postgres.ts", "tests/support/chromium.ts"],
    // Generous: the same suite runs on machines that do other things as well; what must be fast is measured by the benchmark.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
