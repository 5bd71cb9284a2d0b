import { foldHeader, type RoleMeaning, readRole } from '../../roster/index.ts'

/** Words of spreadsheets that are in no standard's list of roles. */
const PUPILS = 'pupil pupils students learner child scholar'
const TEACHERS = 'teachers classteacher headofyear headofdepartment tutor supplyteacher ect nqt'
const ADMINISTRATORS = 'admin headteacher head deputyhead deputyheadteacher slt'
const STAFF =
  'employee support supportstaff nonteaching nonteachingstaff ta hlta teachingassistant learningsupportassistant lsa technician librarian'
const OTHERS = 'parents parentcarer carer guardians mother father contact family governor governors visitor volunteer board boardmember'

const MEANINGS: ReadonlyMap<string, RoleMeaning> = new Map([
  ...meaning(PUPILS, { kind: 'pupil', userType: 'Student' }),
  ...meaning(TEACHERS, { kind: 'staff', userType: 'Teacher' }),
  ...meaning(ADMINISTRATORS, { kind: 'staff', userType: 'Administrator' }),
  ...meaning(STAFF, { kind: 'staff', userType: 'Staff' }),
  ...meaning(OTHERS, { kind: 'other', userType: null }),
])

/** What a role means as standards or schools write it; null for a word that nobody has explained. */
export function readAnyRole(text: string): RoleMeaning | null {
  return readRole(text) ?? MEANINGS.get(foldHeader(text)) ?? null
}

function meaning(words: string, it: RoleMeaning): [string, RoleMeaning][] {
  return words.split(' ').map((word) => [word, it])
}
