import type { Facet, Language } from "../domain/index.ts";

const vi = {
  site: "Trợ lý Một cửa",
  description:
    "Hỏi thủ tục hành chính bằng lời thường ngày: giấy tờ, lệ phí, thời hạn, nơi nộp. Có ghi nguồn.",
  hero: "Hỏi thủ tục hành chính, trả lời có nguồn",
  heroText:
    "Gõ điều bạn cần bằng lời thường ngày, không dấu cũng được. Trợ lý chỉ cho bạn giấy tờ cần có, lệ phí, thời hạn, nơi nộp và cách làm.",
  field: "Bạn cần làm giấy tờ gì?",
  placeholder: "Ví dụ: mất căn cước",
  ask: "Hỏi",
  examples: "Hỏi thử",
  chat: "Trò chuyện trên web",
  chatText: "Không cần cài gì, không cần đăng nhập. Dùng được trên điện thoại cũ và mạng chậm.",
  chatLink: "Mở trò chuyện",
  simulator: "Điện thoại giả lập Zalo",
  simulatorText: "Thử trợ lý như trên Zalo và xem từng bước máy chủ làm, không cần tài khoản Zalo.",
  simulatorLink: "Mở điện thoại giả lập",
  whatTitle: "Đây là gì?",
  what: "Một trợ lý tự động, mã nguồn mở, cho bộ phận một cửa của xã, phường. Trợ lý biết {count} thủ tục. Mọi con số đều chép nguyên từ Cổng Dịch vụ công quốc gia, kèm số quyết định và ngày. Chỗ nào Cổng chưa công bố, trợ lý nói là chưa công bố.",
  notTitle: "Trợ lý không làm gì?",
  not: "Không tư vấn pháp lý, không xem được hồ sơ của bạn, không nhận giấy tờ, không đoán. Khi cần, trợ lý mời cán bộ trả lời.",
  askAbout: "Hỏi trợ lý về thủ tục này",
  officer: "Gặp cán bộ",
  officerSays: "Tôi muốn gặp cán bộ",
  official: "Tên chính thức",
  level: "Nơi làm",
  contents: "Trong trang này",
  yourCase: "Trường hợp của bạn",
  source: "Nguồn",
  checked: "Chúng tôi xem lại ngày {date}.",
  portal: "Xem trên Cổng Dịch vụ công quốc gia",
  related: "Thủ tục liên quan",
  print: "Muốn in trang này, bạn dùng lệnh In của trình duyệt.",
};

const en: Words = {
  site: "Trợ lý Một cửa",
  description:
    "Ask about Vietnamese administrative procedures in everyday words: papers, fees, times, places. With sources.",
  hero: "Ask about procedures, get answers with sources",
  heroText:
    "Write what you need in everyday words, in Vietnamese or English. The assistant shows the papers, the fee, how long it takes, where to file and how.",
  field: "Which paper do you need?",
  placeholder: "I lost my ID card",
  ask: "Ask",
  examples: "Try one",
  chat: "Chat on the web",
  chatText: "Nothing to install, no sign-in. Works on old phones and slow networks.",
  chatLink: "Open the chat",
  simulator: "Simulated Zalo phone",
  simulatorText: "Try the assistant as on Zalo and see every step the server takes, without a Zalo account.",
  simulatorLink: "Open the simulated phone",
  whatTitle: "What is this?",
  what: "An open-source automatic assistant for the one-stop counters of communes and wards. It knows {count} procedures. Every figure is copied unchanged from the National Public Service Portal, with decision number and date. What the portal has not published, it calls not published.",
  notTitle: "What does it not do?",
  not: "It gives no legal advice, cannot see your file, takes no papers and does not guess. When needed it hands you to an officer.",
  askAbout: "Ask the assistant about this",
  officer: "Talk to an officer",
  officerSays: "I want to talk to an officer",
  official: "Official name",
  level: "Level",
  contents: "On this page",
  yourCase: "Your case",
  source: "Source",
  checked: "Last checked by us on {date}.",
  portal: "See it on the National Public Service Portal",
  related: "Related procedures",
  print: "To print this page, use your browser's print command.",
};

/** The labels of the public pages. */
export type Words = Readonly<Record<keyof typeof vi, string>>;

export const words: Readonly<Record<Language, Words>> = { vi, en };

/** Headings of a procedure page, in the order people need the parts. */
export const partTitles: Readonly<Record<Language, Readonly<Record<Facet, string>>>> = {
  vi: {
    documents: "Giấy tờ",
    steps: "Cách làm",
    time: "Thời hạn",
    fee: "Lệ phí",
    place: "Nộp ở đâu",
    online: "Nộp qua mạng",
    form: "Mẫu đơn",
    eligibility: "Ai được làm",
    result: "Kết quả",
    legal: "Căn cứ pháp lý",
  },
  en: {
    documents: "Documents",
    steps: "Steps",
    time: "Time",
    fee: "Fee",
    place: "Where",
    online: "Online",
    form: "Forms",
    eligibility: "Who may apply",
    result: "Result",
    legal: "Legal basis",
  },
};
