export { type Actor, MAIL_SENDER, operator, RETENTION, type Role, SCHEDULE } from './actor.ts'
export { type Action, ALLOWED, allow, assertMayDo, type Refusal, type SchoolScope } from './allow.ts'
