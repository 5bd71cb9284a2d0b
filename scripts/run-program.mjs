// @ts-check
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a program in the project's folder, its output in ours. Throws with `complaint` when it fails.
 *
 * @param {string} complaint what failed, and what to do about it
 * @param {readonly string[]} words the program and its arguments
 * @param {NodeJS.ProcessEnv} [environment] added to ours
 */
export async function runProgram(complaint, [program = '', ...words], environment = {}) {
  const child = spawn(program, words, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: program.endsWith('.cmd'),
    env: { ...process.env, ...environment },
  })
  const end = await new Promise((resolve) => {
    child
      .on('error', (error) => resolve(error.message))
      .on('exit', (code, signal) => resolve(code === 0 ? '' : `it ended with ${code ?? signal}`))
  })
  if (end !== '') throw new Error(`${complaint} (${program}: ${end})`)
}

/** The npm that runs us, else the one on the path. */
export function npm() {
  const script = process.env['npm_execpath']
  if (script?.endsWith('.js')) return [process.execPath, script]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/**
 * A program that a package of ours brings.
 *
 * @param {string} file below node_modules
 */
export function ofPackage(file) {
  return [process.execPath, path.join(ROOT, 'node_modules', file)]
}

/**
 * Runs a script to its end and turns what it throws into a plain line and exit code 1.
 *
 * @param {() => Promise<void>} script
 */
export async function runScript(script) {
  try {
    await script()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
