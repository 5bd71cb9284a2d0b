import { FILE_SCHOOL, type SchoolKey } from '../connectors/index.ts'
import { type OpenPart, openPart } from './open-part.ts'
import { countersByName } from './row-counter.ts'

/** What is known of all schools of a source while it is being read. */
export interface OpenParts {
  /** By external id. */
  readonly parts: ReadonlyMap<string, OpenPart>
  /** What belongs to no school. What was added to it goes to every school: they may know the people in it. */
  readonly nobody: OpenPart
  /** Rows that change or end records and do not say of which school. */
  changesWithoutSchool: number
  readonly otherFiles: ReturnType<typeof countersByName>
  /** Names of files; items name a file by its place here. */
  readonly files: readonly string[]
  of(school: SchoolKey): OpenPart
  numberOf(file: string): number
}

/** Begins a source of which nothing has been read. `fileSchool` is the school of rows that name none (D22). */
export function openParts(fileSchool: { readonly externalId: string; readonly name: string | null }): OpenParts {
  const parts = new Map<string, OpenPart>()
  const nobody = openPart()
  const files: string[] = []
  return {
    parts,
    nobody,
    changesWithoutSchool: 0,
    otherFiles: countersByName(),
    files,
    of(school) {
      if (school === null) return nobody
      const key = school === FILE_SCHOOL ? fileSchool.externalId : school
      const part = parts.get(key) ?? openPart()
      if (school === FILE_SCHOOL) Object.assign(part, { isDescribed: true, name: part.name ?? fileSchool.name })
      parts.set(key, part)
      return part
    },
    numberOf(file) {
      const known = files.lastIndexOf(file)
      return known >= 0 ? known : files.push(file) - 1
    },
  }
}
