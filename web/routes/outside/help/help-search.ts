import { readText } from '../../../api/search-params.ts'

/** What stands in the address of the help: the school that it was opened from. */
export interface HelpSearch {
  readonly school?: string
}

export function readHelpSearch(search: Readonly<Record<string, unknown>>): HelpSearch {
  const school = readText(search['school'])
  return school === undefined ? {} : { school }
}
