import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import { OperatorError } from "../base/index.ts";

/** A server that takes requests. */
export interface Listening {
  /** The port it really has: another than asked for when that was 0. */
  readonly port: number;
  /** Takes no new connection, lets the requests in progress end (at most `patienceMs`), then resolves. */
  readonly stop: (patienceMs: number) => Promise<void>;
}

/** Slow senders are cut off, so that a few of them cannot hold all connections. */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than a proxy before us keeps an idle connection: one that we close first may carry a request already. */
const KEEP_ALIVE_MS = 75_000;

/** @throws OperatorError when the port is taken or not allowed. */
export function listen(
  app: Express,
  at: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const server = createServer(
    {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    app,
  );
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenProblem(error, at)));
    server.listen(at.port, at.host, () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, stop: (patienceMs) => stop(server, patienceMs) });
    });
  });
}

function stop(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function listenProblem(error: NodeJS.ErrnoException, at: { port: number; host: string }): Error {
  if (error.code === "EADDRINUSE") {
    return new OperatorError(`Port ${at.port} on ${at.host} is taken. Stop the other program, or set PORT.`);
  }
  if (error.code === "EACCES" || error.code === "EADDRNOTAVAIL") {
    return new OperatorError(`Cannot listen on ${at.host}:${at.port} (${error.code}). Set HOST and PORT.`);
  }
  return error;
}
