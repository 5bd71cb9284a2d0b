import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import { type Area, CORE, loadArea, type Messages, type Say, sayFrom, type Vocabulary } from '../src/wording/index.ts'
import { sessionQuery } from './api/client.ts'
import { useSchoolIfAny } from './api/school.tsx'

/** The texts that have been loaded. What says them finds those that come later too. */
const known: Record<string, Messages[string]> = { ...CORE }

/** Loads the texts of areas, before a page that says them is shown. */
export async function learnWords(areas: readonly Area[]): Promise<void> {
  for (const messages of await Promise.all(areas.map(loadArea))) Object.assign(known, messages)
}

const VocabularyOutside = createContext<Vocabulary | null>(null)

/** Everything inside says its texts, outside of schools, in the words of the account, and before that of the browser. */
export function Words({ children }: { readonly children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery)
  return <VocabularyOutside value={session?.schools[0]?.vocabulary ?? null}>{children}</VocabularyOutside>
}

/**
 * What says every text: in the words of the school, outside of schools in those of the account. Hundreds of parts of a page ask
 * for it, so that it asks nobody: what it depends on is handed down.
 */
export function useSay(): Say {
  const outside = useContext(VocabularyOutside)
  return sayIn(useSchoolIfAny()?.vocabulary ?? outside ?? browserVocabulary())
}

/** What says in a vocabulary is made once: every part of a page asks for it, and its formats of numbers and dates are slow to make. */
function sayIn(vocabulary: Vocabulary): Say {
  const made = says.get(vocabulary) ?? sayFrom(known, vocabulary)
  says.set(vocabulary, made)
  return made
}

const says = new Map<Vocabulary, Say>()

/** en-US where the browser says so, else en-GB. */
export function browserVocabulary(): Vocabulary {
  return navigator.language === 'en-US' ? 'en-US' : 'en-GB'
}
