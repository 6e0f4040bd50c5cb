import { roleWords, type Locale, type Role } from "@xudong/domain";
import { paths } from "../../paths.ts";
import { momentOf, nameOf, type LetterOf, type Room } from "./room.ts";

const foot = ({ t }: Room): string[] => [t.foot.person, t.foot.auto];

/** The link by which somebody chooses a new password. It names nobody: that the account is theirs has yet to be shown. */
export const recover: LetterOf<"recover"> = ({ token, expiresAt }, room) => {
  const { recover: t, hello } = room.t;
  const told = t.words(momentOf(room, expiresAt));
  return {
    subject: t.subject,
    glance: told,
    title: t.title,
    blocks: [
      { is: "text", words: [hello, told] },
      { is: "action", words: t.do, url: room.url(`${paths.newPassword(room.locale)}?token=${encodeURIComponent(token)}`) },
      { is: "note", words: [t.note] },
    ],
    foot: foot(room),
  };
};

export const passwordChanged: LetterOf<"password_changed"> = ({ at }, room) => {
  const { passwordChanged: t, hello } = room.t;
  const told = t.words(momentOf(room, at));
  return {
    subject: t.subject,
    glance: told,
    title: t.title,
    blocks: [{ is: "text", words: [hello, told, t.note] }, { is: "links", links: [{ words: t.do, url: room.url(paths.recover(room.locale)) }] }],
    foot: foot(room),
  };
};

const roleIn = (role: Role, locale: Locale): string => roleWords[role][locale];

export const roleGranted: LetterOf<"role_granted"> = ({ role, shopName }, room) => {
  const { roleGranted: t, hello } = room.t;
  const name = roleIn(role, room.locale);
  const told = shopName === undefined ? t.words(name) : t.wordsAt(name, nameOf(shopName, room.locale));
  return {
    subject: t.subject(name),
    glance: told,
    title: t.title,
    blocks: [{ is: "text", words: [hello, told] }, { is: "action", words: t.open, url: room.url(paths.account(room.locale)) }, { is: "note", words: [t.note] }],
    foot: foot(room),
  };
};

export const roleEnded: LetterOf<"role_ended"> = ({ role, shopName }, room) => {
  const { roleEnded: t, roleGranted, hello } = room.t;
  const name = roleIn(role, room.locale);
  const told = shopName === undefined ? t.words(name) : t.wordsAt(name, nameOf(shopName, room.locale));
  return { subject: t.subject(name), glance: told, title: t.title, blocks: [{ is: "text", words: [hello, told] }, { is: "note", words: [roleGranted.note] }], foot: foot(room) };
};
