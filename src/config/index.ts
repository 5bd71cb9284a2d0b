export { processEnvironment } from './environment.ts'
export { loadKey } from './key.ts'
export { type Environment, type Overrides, readSettings, type Settings } from './settings.ts'
export { VERSION } from './version.ts'
