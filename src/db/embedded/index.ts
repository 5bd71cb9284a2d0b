export type { Admin } from './connection.ts'
export { type Embedded, type EmbeddedOptions, startEmbedded } from './start.ts'
