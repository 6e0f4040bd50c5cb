import { foldWord, toneKey } from "./words.ts";

const keysOf = (words: string) => new Set(words.split(/\s+/).map(toneKey));

/**
 * Words that say little, with their marks: by its fold alone "có" (to have) would take "cò" (stork) away, and "là" would take
 * "lá" (leaf). Such a word need not be found; where it is, it helps.
 */
const stopWords = keysOf(
  `ở và là của cho có đi đâu gì nào những các một với thì mà này được bị ra vào trong ngoài về từ đến tới khi để tôi mình bạn em anh chị
  ạ à nhé nha vậy thế sao hay như bao nhiêu mấy không ko muốn cần tìm xin hỏi ai nên rồi đang sẽ đã cũng vẫn cái chiếc người ta nó hả hơn rất quá lắm bằng làm tại giờ lúc hồi
  the a an of in on at to for and or with is are where what which how can i my me near do does from by there any some this that you`,
);

/** Words about wanting or about being good: a thing is found without them, and better with them. */
const weakWords = keysOf(
  `tươi ngon rẻ đẹp tốt giá mua bán gần đặt chỗ xem loại hàng chất lượng uy tín sạch mới nhất online đồ món thứ
  ship giao tận nơi cuối tuần dịp ngày hôm nay mai tháng sản phẩm
  fresh good best cheap buy price book order nice things weekend local traditional vietnamese vietnam`,
);

const folded = (keys: ReadonlySet<string>) => new Set([...keys].map((key) => foldWord(key.slice(0, -1))));
const bareStopWords = folded(stopWords);
const bareWeakWords = folded(weakWords);

/** What a word tells: nothing much, a little, or what is wanted. A bare word may be any of those it would be with marks. */
export function tellingOf(word: { fold: string; tone: string }, isMarked: boolean): "stop" | "weak" | "full" {
  if (isMarked ? stopWords.has(word.tone) : bareStopWords.has(word.fold)) return "stop";
  return (isMarked ? weakWords.has(word.tone) : bareWeakWords.has(word.fold)) ? "weak" : "full";
}
