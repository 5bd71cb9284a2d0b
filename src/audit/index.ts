export { type AuditEntry, noteAct } from './audit.store.ts'
