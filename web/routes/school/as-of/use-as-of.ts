import { useSearch } from '@tanstack/react-router'
import { readDay } from '../../../api/search-params.ts'

/** The day of the address at whose end things are shown; undefined: now. */
export function useAsOf(): string | undefined {
  return readDay(useSearch({ strict: false })['asOf'])
}

/** Reads `?asOf=`. */
export function readAsOfSearch(search: Readonly<Record<string, unknown>>): { readonly asOf?: string | undefined } {
  const asOf = readDay(search['asOf'])
  return asOf === undefined ? {} : { asOf }
}

/** The query of a route that takes a day, where one is shown. */
export function asOfQuery(asOf: string | undefined): { readonly query?: { readonly asOf: string } } {
  return asOf === undefined ? {} : { query: { asOf } }
}
