import { spawn } from 'node:child_process'
import type { Place } from './place.ts'

/** Runs one of PostgreSQL's programs to its end, as the database's account. Throws with what it said when it fails. */
export async function runProgram({ native, account, root }: Place, name: string, words: readonly string[]): Promise<void> {
  const child = spawn(`${native}/bin/${name}`, words, {
    ...account,
    env: cleanEnvironment(root),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const end = await new Promise<string>((resolve) => {
    child
      .on('error', (error) => resolve(error.message))
      .on('close', (code, signal) => resolve(code === 0 ? '' : `ended with ${code ?? signal}`))
  })
  if (end !== '') throw new Error(`PostgreSQL's ${name} failed (${end}). ${said.trim()}`)
}

/** Nothing of our environment reaches PostgreSQL: neither a language nor a PGDATA. */
export function cleanEnvironment(root: string): NodeJS.ProcessEnv {
  return { HOME: root, LC_ALL: 'C', TZ: 'UTC' }
}
