/** One turn of a person, and what has to be in the words that come back. */
export type Turn = ({ readonly say: string } | { readonly press: string }) & {
  /** Each has to be found; no patterns = silence. */
  readonly hears: readonly RegExp[];
};

/** A short conversation as people lead them. */
export interface Talk {
  readonly name: string;
  readonly turns: readonly Turn[];
}

/** The same talks are led on every channel. */
export const talks: readonly Talk[] = [
  {
    name: "the parts of a procedure, by button",
    turns: [
      { say: "lam giay khai sanh cho con can giay to gi", hears: [/GIẤY TỜ CẦN CÓ/, /Nguồn:.*1\.001193/] },
      { press: "Thời hạn", hears: [/THỜI HẠN/, /khai sinh/i, /Nguồn:/] },
      { press: "Nộp ở đâu", hears: [/NỘP Ở ĐÂU/, /khai sinh/i] },
    ],
  },
  {
    name: "a choice by its number, then a part of what was chosen",
    turns: [
      { say: "hộ khẩu", hears: [/hộ khẩu.*\?/, /3\. Tách hộ khẩu/] },
      { say: "3", hears: [/Tách hộ khẩu/] },
      { say: "mất mấy ngày", hears: [/THỜI HẠN.*Tách hộ khẩu/] },
    ],
  },
  {
    name: "a case by its number, and the next question about it",
    turns: [
      { say: "làm giấy khai sinh cho con cần giấy tờ gì", hears: [/giấy chứng sinh.*\?/] },
      { say: "1", hears: [/Trường hợp: Có giấy chứng sinh/, /Cha mẹ của bé/] },
      { press: "Đã đăng ký kết hôn", hears: [/Trường hợp:.*Đã đăng ký kết hôn/] },
    ],
  },
  {
    name: "another subject in the middle",
    turns: [
      { say: "đăng ký kết hôn cần giấy tờ gì", hears: [/GIẤY TỜ CẦN CÓ.*kết hôn/i] },
      { say: "chứng thực bản sao phí bao nhiêu", hears: [/LỆ PHÍ/, /2\.000815/] },
      { say: "nộp ở đâu", hears: [/NỘP Ở ĐÂU/, /2\.000815/] },
    ],
  },
  {
    name: "a greeting, thanks and a goodbye",
    turns: [
      { say: "xin chào", hears: [/Chào bạn/] },
      { say: "cảm ơn bạn nhiều", hears: [/Không có chi|vui/i] },
      { say: "tạm biệt", hears: [/chúc bạn/i] },
    ],
  },
  {
    name: "what nobody can understand, and the way out by button",
    turns: [
      { say: "asdkjh qweqwe zxczxc", hears: [/chưa tìm thấy|chưa hiểu/] },
      { press: "Gặp cán bộ", hears: [/cán bộ trả lời bạn/] },
    ],
  },
  {
    name: "a person please: then the bot is silent until it is called back",
    turns: [
      { say: "tôi muốn gặp cán bộ", hears: [/cán bộ trả lời bạn/] },
      { say: "hồ sơ đất của tôi nộp tháng trước", hears: [] },
      { say: "#bot", hears: [/đã trở lại/] },
      { say: "đăng ký kết hôn cần giấy tờ gì", hears: [/GIẤY TỜ CẦN CÓ/] },
    ],
  },
  {
    name: "what is not its business",
    turns: [
      { say: "giá vàng hôm nay bao nhiêu", hears: [/thủ tục hành chính/] },
      { say: "cách xin visa đi Mỹ", hears: [/nước ngoài/] },
    ],
  },
  {
    name: "English",
    turns: [
      { say: "which papers for a birth certificate?", hears: [/DOCUMENTS/, /Source:/] },
      { press: "Time", hears: [/TIME/i, /Source:/] },
      { say: "thank you very much", hears: [/welcome/i] },
    ],
  },
];
