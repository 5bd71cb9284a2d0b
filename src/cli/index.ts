export type { ExitCode, Io } from './io.ts'
export type { Parts } from './parts.ts'
export { runMuster } from './program.ts'
