export { type Actor, operator, type Role } from './actor.ts'
export { type Action, ALLOWED, allow, assertMayDo, type Refusal, type SchoolScope } from './allow.ts'
