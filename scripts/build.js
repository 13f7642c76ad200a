// npm run build: makes one file of the program, so that starting it neither compiles nor searches for modules
import { build } from "esbuild";

await build({
  entryPoints: ["bot/main.ts"],
  outfile: "dist/main.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
  // Holds a native library, which stays where it was installed; the driver of PostgreSQL can use another, and need not.
  external: ["@photostructure/sqlite", "pg-native"],
  // Older packages inside call for Node's own modules the older way.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});
