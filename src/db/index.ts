export { compact } from './compact.ts'
export { isConnectionLost } from './connection-lost.ts'
export {
  acrossSchools,
  type Database,
  inInstallation,
  inSchool,
  intoSchool,
  type OpenOptions,
  openDatabase,
  type SchoolTx,
  type Tx,
} from './database.ts'
export { type Admin, type Embedded, type EmbeddedOptions, startEmbedded } from './embedded/index.ts'
export { isTaken } from './is-taken.ts'
export { isUp } from './is-up.ts'
export { type Listener, type ListenOptions, listen } from './listen.ts'
export { migrate } from './migrate.ts'
export { provision } from './provision.ts'
export { type DatabaseAddress, type DatabaseLogin, type DatabaseServer, OWNER, parseDatabaseUrl, roleLogin } from './server.ts'
