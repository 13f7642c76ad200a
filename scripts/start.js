// npm start: builds the program and runs it in this same process, so that a signal to stop reaches it
import { stop } from "esbuild";
import "./build.js";

await stop();
await import("../dist/main.js");
