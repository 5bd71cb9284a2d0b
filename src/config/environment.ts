import type { Environment } from './settings.ts'

/** This process's environment. Nothing else reads it: everybody is handed what they need. */
export function processEnvironment(): Environment {
  return process.env
}
