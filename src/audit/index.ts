export { type AuditAction, type AuditEntry, lastAct, noteAct, noteActs } from './audit.store.ts'
