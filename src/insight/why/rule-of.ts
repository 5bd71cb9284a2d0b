import type { SaidOfPerson, WriteToPerson } from './why.store.ts'

/** The rule that wanted a write: its code, and what somebody said where the rule is their word. */
export interface Rule {
  readonly code: string
  readonly said: SaidOfPerson | null
}

const BY_REASON: Readonly<Record<string, string>> = {
  'person.changed_in_source': 'mis_wins',
  'person.came_back': 'came_back',
  'person.may_match_accepted': 'may_match_taken',
  'person.left': 'left',
  'person.out_of_scope': 'out_of_scope',
  'person.ids_cleared': 'other_source',
  'person.added_by_hand': 'added_by_hand',
  'person.edited_by_hand': 'edited_by_hand',
  'person.by_hand': 'by_hand',
  'person.synced_again': 'synced_again',
  'undo.create': 'undone',
  'undo.revert': 'undone',
  'undo.remove': 'undone',
}

/** Which rule a write followed: a decision of a person where one held when the plan was made, else the school's own. */
export function ruleOf(
  write: Pick<WriteToPerson, 'reason' | 'evidence' | 'source' | 'at' | 'recordId'>,
  said: readonly SaidOfPerson[],
): Rule {
  const { code } = write.reason
  if (code === 'person.new_in_source') {
    const word = lastWord(write, said, 'import')
    return { code: word === null ? 'import_all' : 'import_said', said: word }
  }
  if (code === 'person.matched') {
    const isSaid = write.evidence?.verdict?.code === 'pass_decided'
    const word = isSaid || write.evidence === null ? lastWord(write, said, 'match') : null
    return { code: isSaid || word !== null ? 'match_said' : 'match_certain', said: word }
  }
  if (code === 'person.unmatched') return { code: 'unmatch_said', said: lastWord(write, said, 'unmatch') }
  return { code: BY_REASON[code] ?? 'other', said: null }
}

/** What was said last before a write, about these two or this record, and still held then. */
function lastWord(
  { source, at, recordId }: Pick<WriteToPerson, 'source' | 'at' | 'recordId'>,
  said: readonly SaidOfPerson[],
  kind: SaidOfPerson['kind'],
): SaidOfPerson | null {
  const words = said.filter(
    (it) =>
      it.kind === kind &&
      it.sourceId === source?.id &&
      (it.recordId === null || it.recordId === recordId) &&
      it.at <= at &&
      (it.endedAt === null || it.endedAt >= at),
  )
  return words.at(-1) ?? null
}
