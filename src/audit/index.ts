export { type AuditEntry, noteAct, readActs } from './audit.store.ts'
