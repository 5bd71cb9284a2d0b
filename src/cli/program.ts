import { Command, CommanderError } from 'commander'
import { VERSION } from '../config/index.ts'
import { exitCodeOf } from './command.ts'
import { registerCompact } from './compact.ts'
import { registerDemo } from './demo.ts'
import { registerGenerate } from './generate.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'
import { registerLearn } from './learn.ts'
import { registerMail } from './mail.ts'
import { registerMatch } from './match.ts'
import { registerMigrate } from './migrate.ts'
import type { Parts } from './parts.ts'
import { registerPeople } from './people.ts'
import { registerRunCommands } from './run.ts'
import { registerStart } from './start.ts'
import { registerSync } from './sync.ts'
import { registerWorker } from './worker.ts'

/** Runs one command line (without `node` and the program's name) to its end and gives the exit code. Never throws. */
export async function runMuster(argv: readonly string[], io: Io, parts: Parts): Promise<ExitCode> {
  const program = newProgram(io)
  registerStart(program, io, parts)
  registerDemo(program, io)
  registerGenerate(program, io)
  registerMatch(program, io)
  registerSync(program, io)
  registerPeople(program, io)
  registerRunCommands(program, io)
  registerLearn(program, io)
  registerWorker(program, io, parts)
  registerMail(program, io)
  registerMigrate(program, io)
  registerCompact(program, io)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCodeOf(program)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUse
    io.err(`${messageOf(error)}\n`)
    return EXIT.failed
  }
}

function newProgram(io: Io): Command {
  return new Command('muster')
    .description("Keeps the people and classes of a school's applications equal to the school's MIS (SIS).")
    .version(VERSION)
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .exitOverride()
    .showHelpAfterError('(muster --help lists the commands, muster <command> --help their options)')
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong use, 3 a guard held changes')
}

/** Our own errors say what to do. The language's own show a fault in Muster, and where it is. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isFault = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
  return isFault ? `This is a fault in Muster, please report it:\n${error.stack ?? error.message}` : error.message
}
