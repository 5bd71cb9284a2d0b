import { parseArgs } from 'node:util'
import { PUPILS_MAX, SCHOOLS_MAX } from '../../fixtures/index.ts'
import type { Sizes } from './labelled-set.ts'
import { SETS } from './sets.ts'

export interface AccuracyOptions {
  readonly sizes: Sizes
  /** Ids of the sets that are wanted. */
  readonly only: readonly string[]
  readonly isJson: boolean
  /** Examples of each kind of miss; null: none, and no classes either. */
  readonly errors: number | null
}

export const USAGE = `npm run accuracy -- [--seed TEXT] [--schools N] [--pupils N] [--twins N] [--only SET[,SET…]] [--errors N] [--json]
Sets: ${SETS.map((it) => it.id).join(', ')}. A set's name without what stands behind the dash means all of them.`

/** Reads the command line; throws a sentence for what cannot be used. */
export function readOptions(argv: readonly string[]): AccuracyOptions {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...argv],
    options: { seed: text, schools: text, pupils: text, twins: text, only: text, errors: text, json: { type: 'boolean' } },
  })
  const sizes: Sizes = {
    seed: values.seed ?? 'muster',
    schools: numberOf('schools', values.schools ?? '40', SCHOOLS_MAX),
    pupils: numberOf('pupils', values.pupils ?? '1200', PUPILS_MAX),
    twins: numberOf('twins', values.twins ?? '100000', 10_000_000),
  }
  const wanted = values.only?.split(',') ?? null
  const only = SETS.map((it) => it.id).filter((id) => wanted === null || wanted.some((it) => id === it || id.startsWith(`${it}-`)))
  if (only.length === 0) throw new Error(`There is no set called ${values.only}.`)
  const errors = values.errors === undefined ? null : numberOf('errors', values.errors, 1000)
  return { sizes, only, isJson: values.json ?? false, errors }
}

function numberOf(name: string, value: string, max: number): number {
  const number = Number(value)
  if (!/^\d+$/u.test(value) || number > max) throw new Error(`--${name} is a whole number up to ${max}, not ${value}.`)
  return number
}
