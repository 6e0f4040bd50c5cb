import type { LinkedPiece } from "@xudong/content";
import { camGiang } from "./places/cam-giang.ts";
import { chiLinh } from "./places/chi-linh.ts";
import { kinhMon } from "./places/kinh-mon.ts";
import { songLuoc } from "./places/song-luoc.ts";
import { thanhDong } from "./places/thanh-dong.ts";
import { thanhHa } from "./places/thanh-ha.ts";

/** Places to see. Keys are those of the collected facts; what is said has a source, and what has none is left out. */
export const places: readonly LinkedPiece[] = [...chiLinh, ...kinhMon, ...camGiang, ...thanhDong, ...thanhHa, ...songLuoc];
