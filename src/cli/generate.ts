import type { FileHandle } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ACADEMIC_YEAR, FORMATS, type Format, generateSet, PUPILS_MAX, SCHOOLS_MAX, type SetOptions } from '../../fixtures/index.ts'
import { problem } from '../kernel/index.ts'
import { exits, failed } from './command.ts'
import { EXIT, type ExitCode, type Io } from './io.ts'

interface GenerateOptions {
  readonly schools: number
  readonly pupils: number
  readonly seed: string
  readonly year: number
  readonly out: string
  readonly format: Format
  readonly damage: number
  readonly grades: 'uk' | 'us'
  readonly academicYear: number
}

/** A line of progress after so many schools. */
const SCHOOLS_PER_LINE = 100

export function registerGenerate(program: Command, io: Io): void {
  const command = program.command('generate').description('write a made-up district: nobody in it is a real person')
  command
    .requiredOption('--schools <number>', `how many schools (1 to ${SCHOOLS_MAX})`, wholeNumber(1, SCHOOLS_MAX))
    .requiredOption('--pupils <number>', `pupils of each school (1 to ${PUPILS_MAX})`, wholeNumber(1, PUPILS_MAX))
    .requiredOption('--seed <text>', 'the same seed always gives the same district')
    .requiredOption('--out <dir>', 'folder for the files; it is made, and files of the same name are replaced')
    .option('--year <number>', '2 is the same district a year on', wholeNumber(1, 2), 1)
    .addOption(new Option('--format <name>', 'kind of files').choices(FORMATS).default('oneroster-1.1'))
    .option('--damage <percent>', 'percent of the people whose record is damaged (0 to 100)', percentage, 0)
    .addOption(new Option('--grades <country>', 'kind of schools').choices(['uk', 'us']).default('uk'))
    .option('--academic-year <number>', 'when the first year starts', wholeNumber(2000, 2089), ACADEMIC_YEAR)
  command.action(exits(program, (options: GenerateOptions) => generate(options, io)))
}

async function generate({ out, grades, year, ...options }: GenerateOptions, io: Io): Promise<ExitCode> {
  const fs = await import('node:fs/promises')
  const path = await import('node:path')
  const files = new Map<string, FileHandle>()
  const set: SetOptions = { ...options, country: grades, year: year === 2 ? 2 : 1 }
  try {
    await fs.mkdir(out, { recursive: true })
    for (const { file, text } of generateSet(set, (done) => tellProgress(io, done, set.schools))) {
      if (io.stopped.aborted) return EXIT.failed
      const handle = files.get(file) ?? (await fs.open(path.join(out, file), 'w'))
      files.set(file, handle)
      await handle.writeFile(text) // at the place where the last part ended
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return failed(io, problem('file.cannot_write', { params: { path: error.path ?? out, reason: error.code } }))
  } finally {
    for (const handle of files.values()) await handle.close()
  }
  io.out(`${set.schools} made-up schools of ${set.pupils} pupils are in ${out}: ${[...files.keys()].join(', ')}\n`)
  return EXIT.done
}

function tellProgress(io: Io, done: number, all: number): void {
  if (done % SCHOOLS_PER_LINE === 0 && done < all) io.err(`${done} of ${all} schools\n`)
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`)
  }
}

function percentage(value: string): number {
  const number = /^\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (number <= 100) return number
  throw new InvalidArgumentError('Give a number from 0 to 100.')
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
}
