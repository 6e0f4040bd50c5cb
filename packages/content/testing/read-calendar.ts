/** One event of an iCalendar file, by the names its lines have, parameters included: `DTSTART;VALUE=DATE`. */
export type CalendarEvent = Readonly<Record<string, string>>;

/**
 * A small reader of iCalendar files (RFC 5545), written apart from what writes them: unfolds lines, undoes escapes, and refuses
 * what the format forbids.
 */
export function readCalendar(text: string): { head: CalendarEvent; events: CalendarEvent[] } {
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error("Lines end in CRLF, and in nothing else");
  for (const line of text.split("\r\n")) if (new TextEncoder().encode(line).length > 75) throw new Error(`A line of more than 75 bytes: ${line}`);
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n").filter((line) => line !== "");
  if (lines[0] !== "BEGIN:VCALENDAR" || lines.at(-1) !== "END:VCALENDAR") throw new Error("A calendar begins and ends as one");
  const head: Record<string, string> = {};
  const events: Record<string, string>[] = [];
  let event: Record<string, string> | undefined;
  for (const line of lines.slice(1, -1)) {
    const colon = line.indexOf(":");
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (colon < 1) throw new Error(`Not a line of a calendar: ${line}`);
    if (name === "BEGIN") event = {};
    else if (name === "END") {
      if (event !== undefined) events.push(event);
      event = undefined;
    } else if (event === undefined && events.length > 0) throw new Error(`What is said of the calendar comes before its events: ${line}`);
    else (event ?? head)[name] = value.replace(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === "n" ? "\n" : escaped));
  }
  for (const each of events) for (const needed of ["UID", "DTSTAMP"]) if (each[needed] === undefined) throw new Error(`An event needs ${needed}`);
  return { head, events };
}
