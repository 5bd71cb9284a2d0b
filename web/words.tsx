import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { makeSay, type Say, type Vocabulary } from '../src/wording/index.ts'
import { sessionQuery } from './api/client.ts'
import { useSchoolIfAny } from './api/school.tsx'

/** What says every text: in the words of the school, outside of schools in those of the account, before that of the browser. */
export function useSay(): Say {
  const school = useSchoolIfAny()
  const { data: session } = useQuery(sessionQuery)
  const vocabulary: Vocabulary = school?.vocabulary ?? session?.schools[0]?.vocabulary ?? browserVocabulary()
  return useMemo(() => makeSay(vocabulary), [vocabulary])
}

/** en-US where the browser says so, else en-GB. */
export function browserVocabulary(): Vocabulary {
  return navigator.language === 'en-US' ? 'en-US' : 'en-GB'
}
