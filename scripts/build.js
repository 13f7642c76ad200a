// npm run build: makes one file of the program, so that starting it neither compiles nor searches for modules
import { copyFileSync, mkdirSync } from "node:fs";
import { build } from "esbuild";

/** Three megabytes of numbers as JavaScript would be read far more slowly than as JSON. */
const largeJson = {
  name: "large-json",
  setup({ onLoad }) {
    onLoad({ filter: /\/vectors\.json$/ }, ({ path }) => {
      mkdirSync("dist", { recursive: true });
      copyFileSync(path, "dist/vectors.json");
      return {
        contents: `import { readFileSync } from "node:fs";
export default JSON.parse(readFileSync(new URL("./vectors.json", import.meta.url), "utf8"));`,
      };
    });
  },
};

await build({
  entryPoints: ["bot/main.ts"],
  outfile: "dist/main.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
  plugins: [largeJson],
  // Holds a native library, which stays where it was installed; the driver of PostgreSQL can use another, and need not.
  external: ["@photostructure/sqlite", "pg-native"],
  // Older packages inside call for Node's own modules the older way.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});
