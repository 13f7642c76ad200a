import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { type Log, messageOf } from "../base/index.ts";
import { plainPage } from "./page.ts";

/** What a person reads for a status, Vietnamese first; what to do comes last. */
const words: Readonly<Record<number, { readonly title: string; readonly vi: string; readonly en: string }>> =
  {
    400: {
      title: "Yêu cầu chưa đúng",
      vi: "Máy chủ không đọc được yêu cầu này. Vui lòng quay lại trang trước và thử lại.",
      en: "The request could not be read. Please go back and try again.",
    },
    404: {
      title: "Không tìm thấy trang",
      vi: "Địa chỉ này không có trang nào. Vui lòng kiểm tra lại địa chỉ hoặc về trang đầu.",
      en: "There is no page at this address. Please check it, or go to the first page.",
    },
    413: {
      title: "Nội dung quá dài",
      vi: "Nội dung gửi lên vượt giới hạn. Vui lòng gửi ngắn hơn.",
      en: "What was sent is over the limit. Please send less.",
    },
    415: {
      title: "Định dạng không được hỗ trợ",
      vi: "Máy chủ không nhận định dạng này.",
      en: "This format is not accepted.",
    },
    500: {
      title: "Có lỗi từ phía chúng tôi",
      vi: "Xin lỗi quý vị, hệ thống đang gặp lỗi. Vui lòng thử lại sau ít phút.",
      en: "Sorry, something went wrong on our side. Please try again in a few minutes.",
    },
  };
const fallback = words[500];

/** For any path that nothing answered. */
export const notFound: RequestHandler = (req, res) => answer(req, res, 404);

/**
 * The last handler: says what happened in plain words, as a page or as JSON, without a stack.
 * Only failures of our own (5xx) are logged, by kind and path without query.
 */
export function handleErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    // Once the answer has begun only Express can end it, by breaking the connection.
    if (res.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) {
      log.error("request failed", { method: req.method, path: req.path, status, reason: messageOf(error) });
    }
    answer(req, res, status);
  };
}

/** Body parsers mark what is the sender's fault; everything else is ours. */
function statusOf(error: unknown): number {
  if (typeof error !== "object" || error === null || !("status" in error)) return 500;
  const { status } = error;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

function answer(req: Request, res: Response, status: number): void {
  const text = words[status] ?? (status < 500 ? words[400] : fallback);
  res.status(status);
  if (!text || req.accepts(["html", "json"]) !== "html") {
    res.json({ error: { status, message: text?.vi ?? "", messageEn: text?.en ?? "" } });
    return;
  }
  res
    .type("html")
    .send(
      plainPage(
        text.title,
        `<p>${text.vi}</p>\n<p lang="en">${text.en}</p>\n<p><a href="/">Trang đầu</a></p>`,
      ),
    );
}
