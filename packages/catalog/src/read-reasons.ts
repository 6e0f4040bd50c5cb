import { cleanLine, DomainError, type ReviewReason } from "@xudong/domain";

const reasonMax = 1000;

/** What a reviewer wrote, cleaned; nobody is sent away without a reason. @throws DomainError `request.invalid` */
export function readReasons(given: readonly ReviewReason[]): ReviewReason[] {
  const reasons = given.map(({ field, text }) => ({ ...(field === undefined || field === "" ? {} : { field: cleanLine(field) }), text: cleanLine(text) }));
  const issues = reasons.flatMap(({ text }, at) => {
    if (text === "") return [{ field: `reasons.${at}.text`, reason: "missing" }];
    return [...text].length > reasonMax ? [{ field: `reasons.${at}.text`, reason: "too_long", max: reasonMax }] : [];
  });
  if (reasons.length === 0) issues.push({ field: "reasons", reason: "missing" });
  const [first] = issues;
  if (first !== undefined) throw new DomainError("request.invalid", { field: first.field, issues });
  return reasons;
}
