import type { DirectoryPerson } from '../directory/index.ts'
import { type MatchRecord, type MatchResult, match } from '../matching/index.ts'
import type { PersonFields } from '../roster/index.ts'
import type { ReviewInput, Sides, SourceSide } from './facts.ts'
import type { Said } from './said.ts'

/** Pairs one kind of people, minding standing links and what people have decided. */
export function matchPeople(sides: Sides, input: ReviewInput, said: Said): MatchResult {
  const { kind, ours, theirs, live, revived } = sides
  const standing = [...live, ...revived].flatMap(([directoryId, sourceId]) => (theirs.has(sourceId) ? [{ directoryId, sourceId }] : []))
  // a linked person whose source record is not in this read keeps the link: nobody else may have them
  const bound = new Set([...standing.map((it) => it.directoryId), ...sides.decided.keys()])
  const candidates = ours.filter(
    (it) => !(live.has(it.id) && !theirs.has(live.get(it.id) ?? '')) && (bound.has(it.id) || !said.isIgnored(it.id)),
  )
  // whom a person wants as a new record, or not at all, is nobody's pair, unless it stands already (S-53)
  const tied = new Set([...standing.map((it) => it.sourceId), ...sides.decided.values()])
  const isFree = (id: string): boolean => said.importing(kind, id) !== 'yes' && said.asideOf(kind, id) !== 'ever'
  const offered = [...theirs.values()].filter((it) => tied.has(it.sourceId) || isFree(it.sourceId))
  const decided = [...sides.decided].map(([directoryId, sourceId]) => ({ directoryId, sourceId }))
  const vetoed = input.decisions.vetoes.flatMap((it) =>
    it.sourceKind === kind ? [{ directoryId: it.personId, sourceId: it.sourceId }] : [],
  )
  return match({
    kind,
    directory: candidates.map((it) => ourRecord(it, input)),
    source: offered.map((it) => theirRecord(it, input)),
    standing,
    decided,
    vetoed,
    ...(input.learned === undefined ? {} : { learned: input.learned[kind] }),
  })
}

/** A person of ours as the engine compares them. */
export function ourRecord(person: DirectoryPerson, { directory }: Pick<ReviewInput, 'directory'>): MatchRecord {
  const registration = person.enrolments.map((it) => directory.classes.get(it.class)).find((it) => it?.fields.kind === 'registration')
  return {
    id: person.id,
    ...evidence(person.fields),
    yearGroup: person.fields.yearGroup,
    registrationClass: person.kind === 'pupil' ? (registration?.fields.name ?? null) : null,
  }
}

/** A person of the source as the engine compares them. */
export function theirRecord(
  { sourceId, body }: SourceSide,
  input: Pick<ReviewInput, 'yearGroupCode'> & { readonly snapshot: Pick<ReviewInput['snapshot'], 'current'> },
): MatchRecord {
  const classes = (body.enrolments ?? []).flatMap((it) => {
    const record = input.snapshot.current.get(`class/${it.classSourceId}`)
    return record?.kind === 'class' && record.body.kind === 'registration' && it.role === 'pupil' ? [record.body.name] : []
  })
  const raw = body.fields.yearGroup ?? null
  return {
    id: sourceId,
    ...evidence(body.fields),
    yearGroup: raw === null ? null : input.yearGroupCode(raw),
    registrationClass: classes[0] ?? null,
  }
}

function evidence(fields: Partial<PersonFields>): Omit<MatchRecord, 'id' | 'yearGroup' | 'registrationClass'> {
  return {
    firstName: fields.firstName ?? null,
    middleName: fields.middleName ?? null,
    lastName: fields.lastName ?? null,
    knownAsFirstName: fields.knownAsFirstName ?? null,
    knownAsLastName: fields.knownAsLastName ?? null,
    birthDate: fields.birthDate ?? null,
    sex: fields.sex ?? null,
    upn: fields.upn ?? null,
    formerUpn: fields.formerUpn ?? null,
    customId: fields.customId ?? null,
    email: fields.email ?? null,
  }
}
