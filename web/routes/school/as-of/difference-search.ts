import { readChoice, readDay, readPage, readText, type SearchTexts } from '../../../api/search-params.ts'

/** Kinds of records that a difference can be filtered by. */
export const POPULATIONS = ['pupil', 'staff', 'class', 'year_group'] as const

/** Which days are compared, and what of them is shown. */
export interface DifferenceSearch {
  readonly from?: string
  readonly to?: string
  readonly population?: (typeof POPULATIONS)[number]
  readonly class?: string
  readonly person?: string
  readonly page?: number
}

export function readDifferenceSearch(search: SearchTexts): DifferenceSearch {
  const found = {
    from: readDay(search['from']),
    to: readDay(search['to']),
    population: readChoice(search['population'], POPULATIONS),
    class: readText(search['class']),
    person: readText(search['person']),
    page: readPage(search['page']),
  }
  // only entries without a value are dropped
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as DifferenceSearch
}
