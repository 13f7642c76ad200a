import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFacetReader } from "../../../../../bot/answer/understand/facets/facet-reader.ts";
import words from "../../../../../knowledge/vocabulary/facets.json" with { type: "json" };
import { messageOf } from "../../../../support/sample-message.ts";

const read = createFacetReader(words);
const facets = (text: string, english = false) => read(messageOf(text, english)).facets;
/** The words that ask, without marks. */
function asking(text: string): string {
  const message = messageOf(text);
  return [...read(message).asking]
    .sort((a, b) => a - b)
    .map((at) => message.words[at]?.folded)
    .join(" ");
}

describe("one part is asked for: documents", () => {
  it.each([
    "sang tên xe máy phải đem theo gì vậy",
    "hồ sơ nhập khẩu về nhà ngoại gồm những gì",
    "tach thua can giay to gi",
    "đổi bằng lái nộp mấy tấm hình",
    "có cần bản gốc không chị",
    "giấy tờ ly hôn thuận tình",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["documents"]);
  });
});

describe("one part is asked for: the fee", () => {
  it.each([
    "chứng thực chữ ký hết nhiêu tiền",
    "mở tiệm tạp hóa tốn bao nhiêu",
    "sao luc khai sinh phi may",
    "tạm trú có mất phí không",
    "lệ phí đổi bằng lái",
    "một bản sao y mấy đồng vậy",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["fee"]);
  });
});

describe("one part is asked for: the time", () => {
  it.each([
    "tách hộ chừng nào xong",
    "xin số nhà phải chờ mấy tuần",
    "dang ky xe bao lau co bien so",
    "sao y có lấy liền được không",
    "thời hạn giải quyết khiếu nại",
    "khi nào được lãnh giấy kết hôn",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["time"]);
  });
});

describe("one part is asked for: the place", () => {
  it.each([
    "đăng ký nuôi con nuôi ở chỗ nào",
    "khai tử cho ngoại thì gặp ai",
    "tach thua nop don o dau",
    "báo mất trộm ở xã hay huyện",
    "làm tại phường được không ạ",
    "địa chỉ đổi bằng lái",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["place"]);
  });
});

describe("one part is asked for: doing it online", () => {
  it.each([
    "khai tử nộp qua mạng được không",
    "dang ky tam tru tren vneid duoc khong",
    "tách hộ online",
    "nộp trang nào vậy ad",
    "gửi hồ sơ bằng bưu điện có được không",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["online"]);
  });
});

describe("one part is asked for: the steps", () => {
  it.each([
    "ba tôi già yếu muốn sang tên đất làm sao",
    "nhận lại con nuôi thì làm thế nào",
    "thủ tục ly hôn",
    "cach dang ky ho kinh doanh",
    "có phải đích thân đi không",
    "bằng lái rớt mất phải làm gì",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["steps"]);
  });
});

describe("one part is asked for: the form", () => {
  it.each([
    "đơn ly hôn viết sao cho đúng",
    "tách thửa dùng mẫu nào",
    "xin mau to khai tam tru",
    "đơn viết tay được không",
    "tờ khai nhập hộ khẩu",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["form"]);
  });
});

describe("one part is asked for: who may", () => {
  it.each([
    "những ai được mua nhà ở xã hội",
    "mấy tuổi mới được cưới",
    "nhan con nuoi dieu kien gi",
    "vay vốn hộ nghèo cần điều kiện gì",
    "em trai đứng tên giùm được không",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["eligibility"]);
  });
});

describe("one part is asked for: the law", () => {
  it.each([
    "xây nhà không phép bị phạt bao nhiêu",
    "chuyện này theo nghị định nào",
    "tre han khai tu co bi phat khong",
    "cất chòi trên ruộng có đúng luật không",
    "mức phạt không đăng ký tạm trú",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["legal"]);
  });
});

describe("one part is asked for: the result", () => {
  it.each([
    "khai tử xong được cấp giấy gì",
    "nop xong nhan duoc giay gi",
    "bản điện tử của giấy kết hôn có giá trị không",
    "số định danh dùng để làm gì",
  ])("“%s”", (text) => {
    expect(facets(text)).toEqual(["result"]);
  });
});

describe("several parts are asked for", () => {
  it.each([
    ["nhập khẩu cần giấy gì, nộp ở đâu", ["documents", "place"]],
    ["ly hôn nộp ở đâu và hết bao nhiêu tiền", ["place", "fee"]],
    ["mat bang lai nop o dau bao lau co", ["place", "time"]],
    ["tách thửa cần giấy gì, nộp ở đâu, bao lâu xong", ["documents", "place", "time"]],
    ["khai tử làm sao, mất mấy ngày", ["steps", "time"]],
    ["lên xã làm được không", ["place", "eligibility"]],
    ["nộp qua mạng được không, lệ phí nhiêu", ["online", "fee"]],
  ])("in “%s”: %j", (text, asked) => {
    expect(facets(text)).toEqual(asked);
  });

  it("but never more than three", () => {
    const many = "đổi bằng cần giấy gì, nộp ở đâu, bao lâu xong, hết bao nhiêu tiền";
    expect(facets(many)).toEqual(["documents", "place", "time"]);
  });

  it("each once", () => {
    expect(facets("nộp ở đâu, lấy ở chỗ nào")).toEqual(["place"]);
  });

  it("of a story, in its last sentence that asks", () => {
    const story = "Bữa trước chị hỏi cần giấy gì. Em chạy qua huyện mà họ đuổi về. Vậy giờ nộp ở đâu?";
    expect(facets(story)).toEqual(["place"]);
  });
});

describe("no part is asked for", () => {
  it.each([
    "tách thửa",
    "bằng lái xe",
    "lệ phí trước bạ nhà",
    "con tôi bị sốt mấy ngày nay",
    "không có giấy tờ gì",
    "nhà ở xã hội",
    "chào em",
    "",
  ])("in “%s”", (text) => {
    expect(read(messageOf(text))).toMatchObject({ facets: [], asked: false });
  });

  it.each([
    ["em muốn đổi tên đệm", ["documents", "steps"]],
    ["nhà tôi muốn xin hỗ trợ nước sạch", ["eligibility", "steps"]],
    ["thẻ bị gãy thì sao", ["steps"]],
  ])("in “%s”, but %j is taken as meant", (text, meant) => {
    expect(read(messageOf(text))).toMatchObject({ facets: meant, asked: false });
  });

  it("only when none is: a question is asked", () => {
    expect(read(messageOf("đổi tên đệm làm sao")).asked).toBe(true);
  });
});

describe("in English", () => {
  it.each([
    ["what documents do I need for a divorce", ["documents"]],
    ["how much does a copy cost", ["fee"]],
    ["how long does the permit take", ["time"]],
    ["where do I report a death", ["place"]],
    ["can I do it online", ["online"]],
    ["how do I adopt a child", ["steps"]],
    ["which form for temporary residence", ["form"]],
    ["who can sign for my father", ["eligibility"]],
    ["what is the penalty for building early", ["legal"]],
    ["what will I get in the end", ["result"]],
    ["where do I go and how much is it", ["place", "fee"]],
    ["my father passed away", []],
  ])("“%s” asks for %j", (text, asked) => {
    expect(facets(text, true)).toEqual(asked);
  });
});

describe("the words that ask", () => {
  it.each([
    ["tách thửa nộp ở đâu", "o dau"],
    ["chờ bao lâu có kết quả tách thửa", "cho bao lau"],
    ["lệ phí tách thửa", "le phi"],
    ["thời gian chờ tách thửa chừng nào", "thoi gian cho chung nao"],
    ["tách thửa thời hạn là bao lâu", "thoi han la bao lau"],
    ["tách thửa", ""],
  ])("of “%s” are “%s”", (text, words) => {
    expect(asking(text)).toBe(words);
  });
});

it("any message asks for three parts at most, each once, with words that are there", () => {
  const word = fc.constantFrom(
    ..."nộp ở đâu bao lâu nhiêu tiền cần giấy gì làm sao không được mẫu nào, phí. và hả ai luật qua mạng thẻ".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (list) => {
      const message = messageOf(list.join(" "));
      const { facets: asked, asking: at } = read(message);
      expect(asked.length).toBeLessThanOrEqual(3);
      expect(new Set(asked).size).toBe(asked.length);
      for (const one of at) expect(message.words[one]).toBeDefined();
    }),
  );
});
