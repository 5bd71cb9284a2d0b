import fs from 'node:fs'
import path from 'node:path'
import { ACADEMIC_YEAR, generateSet } from '../../fixtures/index.ts'

/**
 * Writes the OneRoster package of one made-up school, always the same but for its external id, and gives the folder. Further
 * schools have external ids of their own.
 */
export function madeUpSchool(
  parent: string,
  externalId: string,
  { pupils, schools = 1 }: { readonly pupils: number; readonly schools?: number },
): string {
  const folder = fs.mkdtempSync(path.join(parent, `${externalId}-`))
  const options = { schools, pupils, seed: 'crash', year: 1, country: 'uk', academicYear: ACADEMIC_YEAR, damage: 0 } as const
  for (const { file, text } of generateSet({ ...options, format: 'oneroster-1.1' }))
    if (file !== 'truth.csv') fs.appendFileSync(path.join(folder, file), text.replaceAll('S0001', externalId))
  return folder
}
