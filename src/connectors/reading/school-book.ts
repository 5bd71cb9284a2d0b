import { problem } from '../../kernel/index.ts'
import { FILE_SCHOOL, type Place, type ReadSink } from '../connector.ts'

/** An organisation as a source describes it: a school, or something above or inside schools. */
export interface Organisation {
  readonly id: string
  readonly name: string | null
  readonly isSchool: boolean
  readonly parent: string | null
  readonly hasEnded: boolean
  readonly place: Place
}

/**
 * Knows to which school an organisation's people and classes count (D22): a school to itself, anything else to the nearest
 * school above it, and to itself when there is none. An id that nothing describes is a school of that id, said once.
 */
export interface SchoolBook {
  /** False for an id that was described before. */
  describe(organisation: Organisation): boolean
  schoolOf(organisationId: string, place: Place): string
  /** The one school the package describes, or null where it describes none or several. */
  onlySchool(): string | null
  /** From now on everything counts to the one school of the file, which names none. */
  nameNoSchools(): void
  /** A row that names no organisation: the only school, else null. */
  schoolOfNone(): string | null
  /** Tells the organisations that came to count as schools, and leaves out the others' rows. */
  close(): void
}

export function schoolBook(sink: ReadSink): SchoolBook {
  const described = new Map<string, Organisation>()
  const toldLater = new Set<string>()
  const undescribed = new Set<string>()
  let isNameless = false
  let only: string | null | undefined

  const tell = (it: Organisation) => sink.school({ externalId: it.id, name: it.name }, it.place)

  function schoolOf(organisationId: string, place: Place): string {
    if (isNameless) return FILE_SCHOOL
    const organisation = described.get(organisationId)
    if (organisation) return meet(schoolAbove(organisation, described))
    if (!undescribed.has(organisationId)) {
      undescribed.add(organisationId)
      sink.school({ externalId: organisationId, name: null }, null)
      sink.warning(organisationId, problem('school.not_described', { ...place, value: organisationId, params: { school: organisationId } }))
    }
    return organisationId
  }

  function meet(school: Organisation): string {
    if (toldLater.delete(school.id)) tell(school)
    return school.id
  }

  function onlySchool(): string | null {
    if (only === undefined) only = onlySchoolOf([...described.values()])
    return only
  }

  return {
    describe(it) {
      if (described.has(it.id)) return false
      described.set(it.id, it)
      only = undefined
      if (it.isSchool && !it.hasEnded) tell(it)
      else toldLater.add(it.id)
      return true
    },
    schoolOf,
    onlySchool,
    nameNoSchools() {
      isNameless = true
    },
    schoolOfNone() {
      if (isNameless) return FILE_SCHOOL
      const organisation = described.get(onlySchool() ?? '')
      return organisation ? meet(schoolAbove(organisation, described)) : null
    },
    close() {
      for (const id of toldLater) {
        const organisation = described.get(id)
        if (organisation) sink.otherRow(organisation.place.file, 'leftOut')
      }
    },
  }
}

function onlySchoolOf(described: readonly Organisation[]): string | null {
  const schools = described.filter((it) => it.isSchool && !it.hasEnded)
  const [only, second] = schools.length === 0 ? described : schools
  return only && !second ? only.id : null
}

function schoolAbove(organisation: Organisation, described: ReadonlyMap<string, Organisation>): Organisation {
  const seen = new Set<string>()
  let above: Organisation | undefined = organisation
  while (above && !above.isSchool && !seen.has(above.id)) {
    seen.add(above.id)
    above = above.parent === null ? undefined : described.get(above.parent)
  }
  return above?.isSchool ? above : organisation
}
