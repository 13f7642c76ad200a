import type { Language } from "../../domain/index.ts";

const vi = {
  title: "Hỏi thủ tục hành chính",
  description: "Hỏi bằng lời thường ngày: cần giấy tờ gì, phí bao nhiêu, mất mấy ngày, nộp ở đâu.",
  hello: "Chào bạn, bạn cần làm giấy tờ gì?",
  intro:
    "Tôi là trợ lý tự động. Bạn cứ hỏi như nói chuyện thường ngày, không dấu cũng được. Câu trả lời lấy từ Cổng Dịch vụ công quốc gia và luôn ghi rõ nguồn.",
  examples: "Hỏi thử",
  log: "Cuộc trò chuyện",
  me: "Bạn hỏi",
  bot: "Trợ lý trả lời",
  typing: "Trợ lý đang trả lời…",
  field: "Câu hỏi của bạn",
  placeholder: "Viết câu hỏi",
  send: "Gửi",
  officer: "Gặp cán bộ",
  officerSays: "Tôi muốn gặp cán bộ",
  forget: "Xóa trò chuyện",
  forgotten: "Đã xóa cuộc trò chuyện của bạn khỏi hệ thống.",
  forgetFailed: "Chưa xóa xong. Bạn bấm “Xóa trò chuyện” lần nữa giúp tôi.",
  earlier: "Các câu cũ hơn không hiện ở đây.",
  privacy: "Đừng gửi số căn cước hay ảnh giấy tờ. Tôi không cần đến.",
  hotline: "Cần gấp, bạn gọi",
  hotlineNote: "công bố ngày {date}, cần xác nhận lại",
  tapped: "(đã bấm một nút)",
  empty: "Bạn chưa viết gì. Viết vài chữ về việc cần làm rồi bấm Gửi.",
  tooLong:
    "Câu hỏi dài {length} chữ cái, quá mức 2.000. Bạn rút ngắn lại giúp tôi; nội dung vẫn còn trong ô.",
  unavailable:
    "Máy chủ đang bận nên chưa nhận được câu hỏi. Nội dung vẫn còn trong ô, bạn đợi một phút rồi bấm Gửi lại.",
  tooFast: "Bạn gửi hơi nhanh. Đợi một phút rồi bấm Gửi lại; nội dung vẫn còn trong ô.",
  offline: "Không gửi được. Bạn kiểm tra mạng rồi bấm Gửi lại; nội dung vẫn còn trong ô.",
};

const en: Words = {
  title: "Ask about procedures",
  description: "Ask in everyday words: which papers, what fee, how many days, where to file.",
  hello: "Hello, which paper do you need?",
  intro:
    "I am an automatic assistant. Ask in everyday words, in Vietnamese or English. Answers come from the National Public Service Portal and always name their source.",
  examples: "Try one",
  log: "Conversation",
  me: "You asked",
  bot: "The assistant answered",
  typing: "The assistant is answering…",
  field: "Your question",
  placeholder: "Write a question",
  send: "Send",
  officer: "Talk to an officer",
  officerSays: "I want to talk to an officer",
  forget: "Erase this chat",
  forgotten: "Your conversation has been erased from our system.",
  forgetFailed: "It could not be erased yet. Please press “Erase this chat” again.",
  earlier: "Older messages are not shown here.",
  privacy: "Please do not send ID numbers or photos of papers. I do not need them.",
  hotline: "If it is urgent, call",
  hotlineNote: "published on {date}, to be confirmed",
  tapped: "(tapped a button)",
  empty: "Nothing is written yet. Write a few words about what you need, then press Send.",
  tooLong:
    "Your question has {length} letters, over the limit of 2,000. Please shorten it; the text is still in the box.",
  unavailable:
    "The server is busy and did not get your question. The text is still in the box: wait a minute, then press Send again.",
  tooFast: "That was a little fast. Wait a minute, then press Send again; the text is still in the box.",
  offline:
    "It could not be sent. Check your connection, then press Send again; the text is still in the box.",
};

/** The labels of the chat page. What the assistant says is in `knowledge/replies`. */
export type Words = Readonly<Record<keyof typeof vi, string>>;

export const words: Readonly<Record<Language, Words>> = { vi, en };
