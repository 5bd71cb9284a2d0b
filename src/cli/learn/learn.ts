import type { Database, SchoolTx } from '../../db/index.ts'
import { ok, type Problem, type Result } from '../../kernel/index.ts'
import type { LearnedVersion } from '../../matching/index.ts'
import type { Action } from '../../permission/index.ts'
import { addAlias, adoptLearning, dropAlias, goBackInLearning, proposeLearning, showLearning } from '../../runs/index.ts'
import { systemIds } from '../actor.ts'
import { failed } from '../command.ts'
import { inNamedSchool } from '../find-named.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { withMuster } from '../with-muster.ts'
import type { LearnOptions } from './options.ts'
import { tellAlias, tellReport, tellState, tellVersion } from './tell.ts'

/** One thing at a time: adopt, go back, an alias, a list, or else learn and say what would be learnt. */
export async function learn(options: LearnOptions, io: Io): Promise<ExitCode> {
  const asked = [options.adopt, options.back, options.alias, options.dropAlias, options.list].filter((it) => it !== undefined)
  if (asked.length > 1) return wrong(io, '--adopt, --back, --alias, --drop-alias and --list go one at a time.')
  if (options.adopt !== undefined && !/^[1-9]\d{0,8}$/.test(options.adopt)) return wrong(io, '--adopt takes the number of a version.')
  const names = namesIn(options.alias ?? options.dropAlias)
  if (names === null) return wrong(io, 'Write an alias as forename:one=other or surname:one=other.')
  return withMuster(io, { data: options.data, applicationName: 'muster learn' }, async ({ database }) => {
    if (options.adopt !== undefined || options.back) return change(database, options, io)
    if (names !== undefined) return changeAlias(database, { options, names }, io)
    return options.list ? list(database, options, io) : propose(database, options, io)
  })
}

async function propose(database: Database, options: LearnOptions, io: Io): Promise<ExitCode> {
  const { seed, json, replay } = options
  const proposed = await inSchoolOf(database, options, 'learning.adopt', async (tx) =>
    ok(await proposeLearning(tx, { seed, ids: systemIds })),
  )
  if (!proposed.ok) return failed(io, proposed.failure)
  for (const it of proposed.value) io.out(json ? line(it) : `${tellVersion(it)}${replay ? tellReport(it.report) : ''}`)
  if (proposed.value.length === 0 && !json) io.out('There is nothing to learn from: nobody has matched or unmatched anybody here yet.\n')
  return EXIT.done
}

async function list(database: Database, options: LearnOptions, io: Io): Promise<ExitCode> {
  const shown = await inSchoolOf(database, options, 'learning.read', async (tx) => ok(await showLearning(tx)))
  if (!shown.ok) return failed(io, shown.failure)
  const { versions, aliases } = shown.value
  for (const it of versions) io.out(options.json ? line(it) : `${tellState(it)}${options.replay ? tellReport(it.report) : ''}`)
  for (const it of aliases) io.out(options.json ? line({ alias: it }) : tellAlias(it))
  if (versions.length + aliases.length === 0 && !options.json)
    io.out('Nothing has been learnt: the school is matched by the shipped weights.\n')
  return EXIT.done
}

/** Adopts, or goes back: asks a person who watches; a script says --yes. */
async function change(database: Database, options: LearnOptions, io: Io): Promise<ExitCode> {
  const { adopt } = options
  if (!options.yes) {
    if (io.terminal === null || !process.stdin.isTTY) return wrong(io, 'Say --yes where nobody can be asked.')
    const { confirm, isCancel } = await import('@clack/prompts')
    const answer = await confirm({
      message: adopt === undefined ? 'Go back?' : `Match by version ${adopt} from now on?`,
      initialValue: false,
    })
    if (isCancel(answer) || !answer) return EXIT.done
  }
  const done = await inSchoolOf(database, options, 'learning.adopt', (tx) =>
    adopt === undefined
      ? goBackInLearning(tx, { version: null, ids: systemIds })
      : adoptLearning(tx, { version: Number(adopt), ids: systemIds }),
  )
  if (!done.ok) return failed(io, done.failure)
  io.out(options.json ? line(done.value) : tellState(done.value))
  return EXIT.done
}

async function changeAlias(
  database: Database,
  { options, names }: { readonly options: LearnOptions; readonly names: Names },
  io: Io,
): Promise<ExitCode> {
  const change = options.alias === undefined ? dropAlias : addAlias
  const changed = await inSchoolOf(database, options, 'learning.adopt', (tx) => change(tx, { ...names, ids: systemIds }))
  if (!changed.ok) return failed(io, changed.failure)
  const what = options.alias === undefined ? 'No longer one name' : 'One name here'
  io.out(options.json ? line({ alias: changed.value }) : `${what}: ${changed.value.box} ${changed.value.left} = ${changed.value.right}\n`)
  return EXIT.done
}

async function inSchoolOf<Value>(
  database: Database,
  { school }: LearnOptions,
  action: Action,
  work: (tx: SchoolTx) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  const done = await inNamedSchool(database, { typed: school, action }, (tx) => work(tx))
  return done.ok ? done.value : done
}

interface Names {
  readonly box: 'forename' | 'surname'
  readonly one: string
  readonly other: string
}

/** Null where what was typed is no alias. */
function namesIn(typed: string | undefined): Names | null | undefined {
  if (typed === undefined) return undefined
  const [, box, one, other] = /^(forename|surname):([^=]+)=([^=]+)$/.exec(typed) ?? []
  if (one === undefined || other === undefined) return null
  return { box: box === 'surname' ? 'surname' : 'forename', one, other }
}

function wrong(io: Io, text: string): ExitCode {
  io.err(`${text}\n`)
  return EXIT.wrongUse
}

function line(it: LearnedVersion | object): string {
  return `${JSON.stringify(it)}\n`
}
