import fs from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { stringify } from 'csv-stringify/sync'
import yazl from 'yazl'

/** Writes a package of files, by name, into a new folder in `parent`, and gives its path. */
export function writePackage(parent: string, files: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.join(parent, 'package-'))
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text)
  return folder
}

/** What every file of a zip says of its age: the same files are the same bytes whenever they are packed. */
const PACKED_AT = new Date('2026-01-05T12:00:00Z')

/** A package of files, by name, as the bytes of a zip. */
export async function zipped(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime: PACKED_AT })
  zip.end()
  return buffer(zip.outputStream)
}

/** Rows as CSV, with the names of the first row's cells as header. */
export function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  return stringify([...rows], { header: true })
}

/** Somebody of a made-up OneRoster package. */
export interface MadeUp {
  readonly id: string
  readonly first: string
  readonly last: string
  readonly role?: 'student' | 'teacher' | 'parent'
  readonly grade?: string
  readonly email?: string
  /** `YYYY-MM-DD`; where nobody has one, the package has no birth dates at all. */
  readonly birthDate?: string
  /** `CLASS_ID` of a class of the package. */
  readonly classes?: readonly string[]
}

/** A OneRoster 1.1 package of whole files, by name: the people of one school, whose classes are those they are in. */
export function oneRoster(people: readonly MadeUp[], school = { id: 'oak', name: 'Oak School' }): Record<string, string> {
  const classes = [...new Set(people.flatMap((it) => it.classes ?? []))].sort()
  const dated = people.filter((it) => it.birthDate !== undefined)
  const names = ['orgs', 'users', 'classes', 'enrollments', ...(dated.length === 0 ? [] : ['demographics'])]
  const all = ['academicSessions', 'categories', 'classResources', 'courseResources', 'courses', 'lineItems', 'resources']
  const absent = dated.length === 0 ? [...all, 'demographics', 'results'] : [...all, 'results']
  const manifest = [
    { propertyName: 'manifest.version', value: '1.0' },
    { propertyName: 'oneroster.version', value: '1.1' },
    ...[...names, ...absent].map((it) => ({ propertyName: `file.${it}`, value: names.includes(it) ? 'bulk' : 'absent' })),
  ]
  return {
    'manifest.csv': csv(manifest),
    'orgs.csv': csv([{ ...STATUS, sourcedId: school.id, name: school.name, type: 'school', identifier: '', parentSourcedId: '' }]),
    'users.csv': csv(people.map((it) => user(it, school.id))),
    'classes.csv': table(
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds',
      classes.map((id) => [id, '', '', id, '', '', id, /^\d/.test(id) ? 'homeroom' : 'scheduled', '', school.id, '']),
    ),
    'enrollments.csv': table(
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      people.flatMap((it) =>
        (it.classes ?? []).map((id) => [`${id}-${it.id}`, '', '', id, school.id, it.id, it.role ?? 'student', 'false', '', '']),
      ),
    ),
    ...(dated.length === 0
      ? {}
      : { 'demographics.csv': csv(dated.map(({ id, birthDate = '' }) => ({ sourcedId: id, ...STATUS, birthDate, sex: '' }))) }),
  }
}

const STATUS = { status: '', dateLastModified: '' }

function user({ id, first, last, role = 'student', grade = '', email = '' }: MadeUp, school: string): Record<string, string> {
  const shown = {
    enabledUser: 'true',
    orgSourcedIds: school,
    role,
    username: `user-${id}`,
    userIds: '',
    givenName: first,
    familyName: last,
  }
  return { sourcedId: id, ...STATUS, ...shown, middleName: '', identifier: '', email, sms: '', phone: '', grades: grade, password: '' }
}

function table(header: string, rows: readonly (readonly string[])[]): string {
  return `${header}\n${stringify(rows.map((it) => [...it]))}`
}
