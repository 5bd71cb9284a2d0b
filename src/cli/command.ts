import type { Command } from 'commander'
import type { Problem } from '../kernel/index.ts'
import { describeProblem } from '../wording/index.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'

/** What the command that ran said, by program. */
const exitCodes = new WeakMap<Command, ExitCode>()

/**
 * A command's action: does the work and keeps its exit code for `runMuster`.
 *
 * @example
 * export function registerPeople(program: Command, io: Io): void {
 *   const command = program.command('people').description('…').requiredOption('--school <id>', '…').option(...DATA_OPTION)
 *   command.action(exits(program, async (options: PeopleOptions) => {
 *     const { listPeople } = await import('./people/list-people.ts') // what a command needs is loaded when it runs
 *     return listPeople(options, io)
 *   }))
 * }
 */
export function exits<Arguments extends readonly unknown[]>(
  program: Command,
  work: (...given: Arguments) => Promise<ExitCode>,
): (...given: Arguments) => Promise<void> {
  return async (...given) => {
    exitCodes.set(program, await work(...given))
  }
}

/** The exit code of the command that ran; 0 where none ran, such as after --help. */
export function exitCodeOf(program: Command): ExitCode {
  return exitCodes.get(program) ?? EXIT.done
}

/** The option that every command with a database takes. */
export const DATA_OPTION = ['--data <dir>', 'data folder of the embedded database (DATABASE_URL and DATA_DIR count without it)'] as const

/** Says what went wrong and what to do, and gives the exit code for it. */
export function failed(io: Io, problems: Problem | readonly Problem[]): ExitCode {
  for (const problem of [problems].flat()) {
    const { title, cure } = describeProblem(problem, 'en-GB')
    io.err(`${placeOf(problem)}${title}. ${cure}\n`)
  }
  return EXIT.failed
}

/** Where a problem is, for a reader: `users.csv, line 7, column "role": `. */
export function placeOf({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>): string {
  const parts = [file, line === null ? null : `line ${line}`, column === null ? null : `column "${column}"`].filter((it) => it !== null)
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}
