import { Link } from '@tanstack/react-router'
import type { Duplicate, DuplicateSide } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'
import { SyncState } from '../sync-state.tsx'

const DETAILS = ['name', 'known_as', 'birth_date', 'year_group', 'classes', 'upn', 'custom_id', 'email', 'username', 'position'] as const

/** Two records side by side; what differs says so in words and not by colour alone. */
export function CompareRecords({ pair, place: number }: { readonly pair: Pick<Duplicate, 'keep' | 'other'>; readonly place: number }) {
  const say = useSay()
  const { code: school } = useSchool()
  const sides = [pair.keep, pair.other]
  const lines = DETAILS.map((detail) => ({ detail, values: sides.map((it) => detailOf(it, detail, say)) }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (UX E3)
    <section className="scroll" aria-label={say('duplicates.compare_of', { place: number })} tabIndex={0}>
      <table className="compare">
        <caption className="visually-hidden">{say('duplicates.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('duplicates.detail')}</th>
            {sides.map((it, place) => (
              <th scope="col" key={it.id}>
                {say('duplicates.record', { number: place + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines
            .filter(({ values }) => values.some((it) => it !== null))
            .map(({ detail, values }) => (
              <tr key={detail}>
                <th scope="row">{say(`duplicates.detail.${detail}`)}</th>
                {sides.map((it, place) => (
                  <td key={it.id}>
                    <Value value={values[place] ?? null} isOther={place === 1 && differs(values)} />
                  </td>
                ))}
              </tr>
            ))}
          <tr>
            <th scope="row">{say('duplicates.detail.sync')}</th>
            {sides.map((it) => (
              <td key={it.id}>
                <SyncState person={it} />
                <Link className="cell-more" to="/s/$school/people/$person" params={{ school, person: it.id }}>
                  {say('duplicates.open_record')}
                </Link>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function Value({ value, isOther }: { readonly value: string | null; readonly isOther: boolean }) {
  const say = useSay()
  if (value === null) return say('person.nothing')
  return isOther ? <b>{say('duplicates.differs', { value })}</b> : value
}

function differs([one = null, other = null]: readonly (string | null)[]): boolean {
  return one !== null && other !== null && one !== other
}

function detailOf(side: DuplicateSide, detail: (typeof DETAILS)[number], say: Say): string | null {
  const values = {
    name: side.name,
    known_as: side.knownAs,
    birth_date: side.birthDate === null ? null : say.date(side.birthDate),
    year_group: side.yearGroup,
    classes: side.classes.join(', '),
    upn: side.upn,
    custom_id: side.customId,
    email: side.email,
    username: side.username,
    position: side.position,
  }
  return values[detail] === '' ? null : values[detail]
}
