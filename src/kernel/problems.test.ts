import { describe, expect, it } from 'vitest'
import { PROBLEMS, type ProblemCode } from './problems.ts'

/** Met on the command line only, by whoever runs Muster. */
const OF_THE_MACHINE = /^(database|setting|server|file\.(cannot_write|map_|without_id_column)|key)/

describe('what a problem says', () => {
  // Object.keys of a plain object gives its keys
  it.each((Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => !OF_THE_MACHINE.test(code)))(
    'is right in the browser as on the command line: %s',
    (code) => {
      const { title, cure } = PROBLEMS[code]
      expect(`${title} ${cure}`).not.toMatch(/`muster|--[a-z]|the command|hand in .*folder/)
    },
  )
})
