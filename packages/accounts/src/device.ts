const browsers: readonly [RegExp, string][] = [
  [/Zalo/i, "Zalo"], [/\bFB(?:AN|AV)/, "Facebook"], [/coc_coc/i, "Cốc Cốc"], [/\bEdg(?:e|A|iOS)?\//, "Edge"], [/\bOPR\/|\bOpera/, "Opera"], [/SamsungBrowser/, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"], [/\b(?:Chrome|CriOS|Chromium)\//, "Chrome"], [/\bSafari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/Android/, "Android"], [/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Windows/, "Windows"], [/CrOS/, "ChromeOS"], [/Macintosh|Mac OS X/, "Mac"], [/Linux/, "Linux"],
];

/** What a browser says of itself, in the two words by which somebody knows their own device; empty where it says nothing we know. */
export function deviceOf(userAgent: string): string {
  const named = (known: readonly [RegExp, string][]) => known.find(([sign]) => sign.test(userAgent))?.[1];
  return [named(browsers), named(systems)].filter((word) => word !== undefined).join(" · ");
}
