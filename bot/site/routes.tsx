import { type RequestHandler, Router } from "express";
import { type Clock, vietnamDate } from "../base/index.ts";
import type { Knowledge } from "../domain/index.ts";
import { onlyMethods } from "../http/index.ts";
import { chooseLanguage, exampleQuestions, languageOf, renderPage } from "../view/index.ts";
import { readDecided } from "./cases.ts";
import { ProcedurePage } from "./procedure-page.tsx";
import { StartPage } from "./start-page.tsx";

export interface SiteParts {
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  /** Whether the start page leads to the simulated phone. */
  readonly simulator: boolean;
}

/** Public pages: `/` and `/tt/:code`. */
export function siteRouter(parts: SiteParts): Router {
  const router = Router();
  router.route("/").all(chooseLanguage).get(start(parts)).all(onlyMethods("GET", "HEAD"));
  router.route("/tt/:code").all(chooseLanguage).get(procedure(parts)).all(onlyMethods("GET", "HEAD"));
  return router;
}

function start({ knowledge, simulator }: SiteParts): RequestHandler {
  return (req, res) => {
    const language = languageOf(res);
    const page = (
      <StartPage
        language={language}
        path={req.originalUrl}
        procedures={knowledge.procedures.size}
        simulator={simulator}
        examples={exampleQuestions(knowledge.replies, language)}
      />
    );
    res.type("html").send(renderPage(page));
  };
}

function procedure({ knowledge, clock }: SiteParts): RequestHandler {
  return (req, res, next) => {
    const found = knowledge.procedures.get(String(req.params.code));
    if (!found) return next("route");
    const decided = readDecided(req.query.case, knowledge.guides.get(found.code));
    res
      .type("html")
      .send(
        renderPage(
          <ProcedurePage
            knowledge={knowledge}
            procedure={found}
            today={vietnamDate(clock.nowMs())}
            decided={decided}
            language={languageOf(res)}
            path={req.originalUrl}
          />,
        ),
      );
  };
}
