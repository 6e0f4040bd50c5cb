export {
  addPerson, findPerson, personView, readPerson, requireGoodPassword, requirePersonRow,
  type NewPerson, type Person, type PersonRow, type TypedPerson,
} from "./people.ts";
export { hashPassword, isPassword } from "./passwords.ts";
export { changePassword } from "./change-password.ts";
export { closeAccount } from "./close-account.ts";
export {
  createSession, endAllSessions, endOtherSessions, endSession, endSessionNamed, sessionLifeDays, sessionsOf, validateSession,
  type Session, type SessionOrigin, type SessionView,
} from "./sessions.ts";
export { deviceOf } from "./device.ts";
export { linkLifeMinutes, linkToken, makeLink, openLink, readLink, useLink, type OneTimeLink } from "./one-time-links.ts";
export { changeConsent, consentsOf, recordConsents, type ConsentView, type GivenConsent, type RecordedConsent } from "./consents.ts";
export { actorOf, demandGiving, endRole, grantRole, rolesAt, rolesOf, type GivenRole, type HeldRole } from "./roles.ts";
export { lockPerson, requireHelped, unlockPerson } from "./help-person.ts";
export { addSamplePerson, findSamplePerson, type SamplePerson } from "./sample-people.ts";
export { countTry, forgetTries, type Try } from "./rate-counts.ts";
export { tell as tellOfPerson } from "./tell.ts";
