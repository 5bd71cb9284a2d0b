import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { fieldNamed, foldHeader, MAP_FIELDS } from './field-names.ts'
import { FIELDS, type FieldName } from './fields.ts'

/** Which field stands in which column, by the column's index. */
export type Columns = Readonly<Partial<Record<FieldName, number>>>

/** Headers of columns whose values nobody may read (D9). */
const SECRET =
  /passw|pass$|motdepasse|contrase|wachtwoord|passcode|passphrase|pwd|kennwort|^secret$|^(login|student|pupil|user|staff|initial)?pin(code|number)?$/

/** Whether a column holds passwords or the like. */
export function isSecretColumn(header: string): boolean {
  return SECRET.test(foldHeader(header))
}

/** The fields that can be told from the headers alone. Of two columns of one name the first counts; no password column ever does. */
export function recogniseColumns(header: readonly string[], isStaff: boolean, taken: Columns = {}): Columns {
  const free = new Map<string, number>()
  const used = new Set(Object.values(taken))
  for (const [at, name] of header.entries()) {
    const folded = foldHeader(name)
    if (folded !== '' && !used.has(at) && !isSecretColumn(name) && !free.has(folded)) free.set(folded, at)
  }
  const columns: Partial<Record<FieldName, number>> = { ...taken }
  for (const { name, synonyms, staffSynonyms = [] } of FIELDS) {
    if (columns[name] !== undefined) continue
    const known = [...(isStaff ? staffSynonyms : []), ...synonyms].map(foldHeader)
    const found = known.find((synonym) => free.has(synonym))
    const at = found === undefined ? undefined : free.get(found)
    if (found === undefined || at === undefined) continue
    columns[name] = at
    free.delete(found)
  }
  return columns
}

/**
 * The columns that a map (field to column) names in this header, by our names or theirs in snake case. Columns the header
 * does not have are left out: `unmappedColumns` tells which.
 */
export function mapColumns(header: readonly string[], map: Readonly<Record<string, string>>): Result<Columns, Problem> {
  const columns: Partial<Record<FieldName, number>> = {}
  for (const [key, column] of Object.entries(map)) {
    const field = fieldNamed(key)
    if (field === null) return fail(problem('file.map_unknown_field', { column: key, params: { known: MAP_FIELDS.join(', ') } }))
    if (isSecretColumn(column)) return fail(problem('file.map_secret_column', { column }))
    const at = columnAt(header, column)
    if (at >= 0) columns[field] = at
  }
  return ok(columns)
}

/** The columns that a map names and none of these headers has. */
export function unmappedColumns(headers: readonly (readonly string[])[], map: Readonly<Record<string, string>>): string[] {
  return Object.values(map).filter((column) => headers.every((header) => columnAt(header, column) < 0))
}

function columnAt(header: readonly string[], column: string): number {
  const exact = header.indexOf(column.trim())
  return exact >= 0 ? exact : header.findIndex((name) => foldHeader(name) === foldHeader(column))
}
