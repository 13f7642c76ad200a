export { type Simulator, startSimulator } from "./start.ts";
