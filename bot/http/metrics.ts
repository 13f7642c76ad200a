import { type RequestHandler, Router } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { onlyMethods } from "./methods.ts";

/** Counts things by labels whose values are a closed set; never a person's id or words. */
export type Count<Label extends string> = (labels: Readonly<Record<Label, string>>, by?: number) => void;

/** The numbers of one process, in Prometheus' form. */
export interface Metrics {
  counter<Label extends string>(name: string, help: string, labels: readonly Label[]): Count<Label>;
  /** A number read at the moment of asking; `read` may ask the store. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** Times every request by route group, method and status. */
  readonly timeRequests: RequestHandler;
  /** `GET /metrics` */
  readonly routes: Router;
}

const bucketsSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** Numbers of this process, empty but for those of Node itself. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer a request",
    labelNames: ["method", "route", "status"],
    buckets: bucketsSeconds,
    registers: [registry],
  });
  const routes = Router();
  routes
    .route("/metrics")
    .get(async (_req, res) => {
      res.type(registry.contentType).send(await registry.metrics());
    })
    .all(onlyMethods("GET", "HEAD"));
  return {
    counter(name, help, labels) {
      const counter = new Counter({ name, help, labelNames: [...labels], registers: [registry] });
      return (values, by = 1) => counter.inc(values, by);
    },
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(await read());
        },
      });
    },
    timeRequests(req, res, next) {
      const stop = requests.startTimer();
      res.once("finish", () => {
        stop({ method: req.method, route: routeOf(req), status: String(res.statusCode) });
      });
      next();
    },
    routes,
  };
}

/** The first part of the path only when a route answered: whole paths would make endless label values. */
function routeOf(req: { readonly baseUrl: string; readonly route?: unknown }): string {
  if (!req.route) return "none";
  const { path } = req.route as { path: string | RegExp };
  return `${req.baseUrl}${String(path)}`;
}
