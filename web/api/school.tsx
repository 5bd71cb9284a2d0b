import { createContext, type ReactNode, useContext } from 'react'
import type { SchoolOfAccount } from '../../src/contract/index.ts'

const SchoolContext = createContext<SchoolOfAccount | null>(null)

/** Everything inside is about this school. */
export function InSchool({ school, children }: { readonly school: SchoolOfAccount; readonly children: ReactNode }) {
  return <SchoolContext value={school}>{children}</SchoolContext>
}

/** The school of the address, with what the signed-in account may do there. Only inside a school's pages. */
export function useSchool(): SchoolOfAccount {
  const school = useContext(SchoolContext)
  if (school === null) throw new Error('This page is not inside a school')
  return school
}

/** The school of the address, or null outside of schools. */
export function useSchoolIfAny(): SchoolOfAccount | null {
  return useContext(SchoolContext)
}

/** Whether the signed-in account may do this in the school of the address. The server decides again. */
export function useMay(action: string): boolean {
  return useSchool().actions.includes(action)
}
