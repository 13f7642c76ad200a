export { type SiteParts, siteRouter } from "./routes.tsx";
