import type { YearGroupsAnswer } from '../../../../../src/contract/index.ts'
import { RadioGroup } from '../../../../kit/choice-group.tsx'
import { useSay } from '../../../../words.tsx'

/** Which school year the year groups are of (S-90): said by the MIS's calendar or by the date, and a person can say another. */
export function SchoolYearChoice({
  of,
  value,
  onChange,
}: {
  readonly of: YearGroupsAnswer['schoolYear']
  readonly value: number
  onChange(year: number): void
}) {
  const say = useSay()
  const [mis] = of.source === 'mis' ? [of.start] : []
  return (
    <>
      {of.isMismatch && (
        <div className="banner">
          <p>{say('sync.years.school_year_mismatch')}</p>
        </div>
      )}
      <RadioGroup
        id="school-year"
        label={say('sync.years.school_year')}
        hint={say('sync.years.school_year_why')}
        value={String(value)}
        onChange={(it) => onChange(Number(it))}
        choices={of.choices.map(({ year, from }) => ({
          value: String(year),
          label: say('sync.years.school_year_one', { year: `${year}/${String(year + 1).slice(2)}`, from: say.date(from) }),
          detail: year === mis ? say('sync.years.school_year_mis') : undefined,
        }))}
      />
    </>
  )
}
