export { EXIT, type ExitCode, type Io } from './io.ts'
export type { Parts } from './parts.ts'
export { runMuster } from './program.ts'
