import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

/** Public sets lie beside the project, not in it: they are not ours to pass on. */
const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/data/linkage')

export type Row = Readonly<Record<string, string>>

/** The rows of a public set by column; null where the file is not there. */
export function readLinkageFile(name: string): readonly Row[] | null {
  const file = path.join(FOLDER, name)
  if (!fs.existsSync(file)) return null
  return parse(fs.readFileSync(file), { columns: true, trim: true, bom: true })
}

/** Empty cells are missing evidence. */
export function cell(row: Row, column: string): string | null {
  return row[column]?.trim() || null
}
