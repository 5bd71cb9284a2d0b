export { type AuditAction, type AuditEntry, lastAct, noteAct } from './audit.store.ts'
