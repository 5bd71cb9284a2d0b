import { readChoice, readDay, readPage, readText, type SearchTexts } from '../../api/search-params.ts'

const PERSON_SORTS = ['name', '-name', 'year_group', '-year_group', 'class', '-class', 'sync', '-sync'] as const
const CLASS_SORTS = ['name', '-name', 'kind', '-kind', 'pupils', '-pupils'] as const

/** Sync states that people can be filtered by. */
export const SYNC_FILTERS = ['synced', 'not_matched', 'desynced'] as const
/** Kinds of classes that a list can be filtered by, and those that are archived. */
export const CLASS_FILTERS = ['registration', 'subject', 'group', 'archived'] as const
/** States of runs that the history can be filtered by. */
export const RUN_FILTERS = ['applied', 'checked', 'held', 'failed', 'undone', 'discarded', 'open'] as const
/** Kinds of records that changes can be filtered by. */
export const RECORD_KINDS = ['person', 'class', 'year_group'] as const

/** How a list of people is filtered, sorted and paged. */
export interface PeopleSearch {
  readonly sync?: (typeof SYNC_FILTERS)[number]
  readonly q?: string
  readonly year?: string
  readonly class?: string
  readonly sort?: (typeof PERSON_SORTS)[number]
  readonly page?: number
  /** The end of a day; absent: now. */
  readonly asOf?: string
}

/** Which possible duplicates are shown. */
export interface DuplicatesSearch {
  readonly show?: 'not_same'
  /** The one pair that is looked at, from 1; absent: the list. */
  readonly pair?: number
  readonly page?: number
}

/** How the list of classes is filtered, sorted and paged. */
export interface ClassesSearch {
  readonly show?: (typeof CLASS_FILTERS)[number]
  readonly q?: string
  readonly sort?: (typeof CLASS_SORTS)[number]
  readonly page?: number
  /** The end of a day; absent: now. */
  readonly asOf?: string
}

/** Which runs the history shows. */
export interface HistorySearch {
  readonly show?: (typeof RUN_FILTERS)[number]
  readonly page?: number
}

/** Which changes of a run are shown. */
export interface ChangesSearch {
  readonly kind?: (typeof RECORD_KINDS)[number]
  readonly q?: string
  readonly page?: number
}

/** Which page of the messages is shown. */
/** Which messages the list shows. */
export const MESSAGE_FILTERS = ['waiting', 'sent', 'undelivered', 'dropped'] as const

export interface MessagesSearch {
  readonly show?: (typeof MESSAGE_FILTERS)[number]
  readonly q?: string
  readonly page?: number
}

export function readPeopleSearch(search: SearchTexts): PeopleSearch {
  return present({
    sync: readChoice(search['sync'], SYNC_FILTERS),
    q: readText(search['q']),
    year: readText(search['year']),
    class: readText(search['class']),
    sort: readChoice(search['sort'], PERSON_SORTS),
    page: readPage(search['page']),
    asOf: readDay(search['asOf']),
  })
}

export function readDuplicatesSearch(search: SearchTexts): DuplicatesSearch {
  return present({
    show: readChoice(search['show'], ['not_same'] as const),
    pair: readPlace(search['pair']),
    page: readPage(search['page']),
  })
}

export function readClassesSearch(search: SearchTexts): ClassesSearch {
  return present({
    show: readChoice(search['show'], CLASS_FILTERS),
    q: readText(search['q']),
    sort: readChoice(search['sort'], CLASS_SORTS),
    page: readPage(search['page']),
    asOf: readDay(search['asOf']),
  })
}

export function readHistorySearch(search: SearchTexts): HistorySearch {
  return present({ show: readChoice(search['show'], RUN_FILTERS), page: readPage(search['page']) })
}

export function readChangesSearch(search: SearchTexts): ChangesSearch {
  return present({ kind: readChoice(search['kind'], RECORD_KINDS), q: readText(search['q']), page: readPage(search['page']) })
}

export function readMessagesSearch(search: SearchTexts): MessagesSearch {
  return present({ show: readChoice(search['show'], MESSAGE_FILTERS), q: readText(search['q']), page: readPage(search['page']) })
}

/** A place in a list, from 1; the first is one too. */
function readPlace(typed: unknown): number | undefined {
  const place = Number(typed)
  return Number.isSafeInteger(place) && place > 0 ? place : undefined
}

type Present<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> }

function present<Fields extends object>(fields: Fields): Present<Fields> {
  // only entries without a value are dropped
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>
}
