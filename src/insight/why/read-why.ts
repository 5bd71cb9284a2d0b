import { namesOfActors } from '../../access/index.ts'
import type { Why } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import { fieldsOfKind, type PersonKind } from '../../roster/index.ts'
import { type RecordNames, readYears, shownFields, shownOperation, type YearGroupReader } from '../../runs/index.ts'
import { maskedUpn } from '../../wording/index.ts'
import { presentPerson } from '../list-people.ts'
import { readPeople } from '../people.store.ts'
import { readRecordNames } from '../record-names.store.ts'
import { ruleOf } from './rule-of.ts'
import {
  readMessagesToPerson,
  readSaidOfPerson,
  readSourceOfPerson,
  readWritesToPerson,
  type SaidOfPerson,
  type SourceOfPerson,
  type WriteToPerson,
} from './why.store.ts'

/** Why a person is as they are, from the row of a file to the last e-mail (N-18); undefined: no such person. */
export async function readWhy(tx: SchoolTx, personId: string): Promise<Why | undefined> {
  const [held] = await readPeople(tx, { kind: null, ids: [personId] })
  if (held === undefined) return undefined
  const source = await readSourceOfPerson(tx, personId)
  const writes = await readWritesToPerson(tx, personId)
  const sourceIds = [...new Set(writes.flatMap((it) => it.source?.id ?? []))]
  const said = await readSaidOfPerson(tx, { personId, sourceIds })
  const actors = [...writes.flatMap((it) => [it.actor, it.approvedBy ?? it.actor]), ...said.map((it) => it.actor)]
  const around: Around = { said, names: await readRecordNames(tx), actors: await namesOfActors(tx, [...new Set(actors)]) }
  const made = writes.find((it) => it.after.link?.state === 'live') ?? writes.at(-1)
  return {
    ...presentPerson(held),
    source: source === undefined ? null : presentSource(source),
    understood: source === undefined ? [] : understood(source, { kind: held.kind, years: await readYears(tx), around }),
    match: made === undefined ? null : matchOf(made),
    made: made === undefined ? null : presentWrite(made, around),
    later: writes.slice(0, made === undefined ? 0 : writes.indexOf(made)).map((it) => presentWrite(it, around)),
    messages: (await readMessagesToPerson(tx, personId)).map(({ at, ...it }) => ({ ...it, at: at.toISOString() })),
  }
}

interface Around {
  readonly said: readonly SaidOfPerson[]
  readonly names: RecordNames
  readonly actors: ReadonlyMap<string, string>
}

function presentSource({ connectionName, place, readAt, lastReadAt, goneAt }: SourceOfPerson): NonNullable<Why['source']> {
  const times = { readAt: readAt.toISOString(), lastReadAt: lastReadAt.toISOString(), goneAt: goneAt?.toISOString() ?? null }
  return { connection: connectionName, place, ...times }
}

/** The details of a row as they were understood. What the row does not carry is left out. */
function understood(
  { body, id }: SourceOfPerson,
  { kind, years, around }: { readonly kind: PersonKind; readonly years: Pick<YearGroupReader, 'of'>; readonly around: Around },
): Why['understood'] {
  return fieldsOfKind(kind).flatMap((field): Why['understood'] => {
    const told = body.fields[field]
    const hand = told ? undefined : typedFor(around.said, id, field)
    if (hand !== undefined) {
      const typed = { by: around.actors.get(hand.actor) ?? hand.actor, at: hand.at.toISOString() }
      return [{ field, value: hand.value, said: null, typed }]
    }
    if (told === undefined) return []
    if (field === 'yearGroup' && told !== null) {
      const name = years.of(told)?.name ?? null
      return [{ field, value: name, said: name === told ? null : told, typed: null }]
    }
    const isUpn = field === 'upn' || field === 'formerUpn'
    return [{ field, value: told !== null && isUpn ? maskedUpn(told) : told, said: null, typed: null }]
  })
}

/** What somebody typed for a detail that the row of this source record does not say (UX C8), while it holds. */
function typedFor(said: readonly SaidOfPerson[], sourceId: string, field: string) {
  for (const { typed, actor, at, endedAt, sourceId: of } of said.toReversed()) {
    const value = of === sourceId && endedAt === null ? typed?.[field] : undefined
    if (value != null) return { value, actor, at }
  }
  return undefined
}

function matchOf({ evidence }: WriteToPerson): Why['match'] {
  if (evidence === null || evidence.verdict === null) return null
  return {
    verdict: copied(evidence.verdict),
    warnings: evidence.warnings.map(copied),
    evidence: evidence.evidence.map((it) => ({ ...copied(it), weight: it.weight, bits: it.bits })),
  }
}

function copied({ code, params }: NonNullable<WriteToPerson['evidence']>['warnings'][number]) {
  return { code, params: { ...params } }
}

function presentWrite(write: WriteToPerson, { said, names, actors }: Around): NonNullable<Why['made']> {
  const nameOf = (actor: string): string => actors.get(actor) ?? actor
  const rule = ruleOf(write, said)
  const { builtAt, runId, approvedBy } = write
  return {
    at: write.at.toISOString(),
    by: nameOf(write.actor),
    operation: shownOperation(write),
    rule: { code: rule.code, params: {} },
    decided: rule.said === null ? null : { by: nameOf(rule.said.actor), at: rule.said.at.toISOString() },
    place: write.place,
    plan:
      runId === null || builtAt === null
        ? null
        : { run: runId, builtAt: builtAt.toISOString(), approvedBy: approvedBy === null ? null : nameOf(approvedBy) },
    fields: shownFields(write, names),
  }
}
