import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReviewRowDetails, RouteAnswer, RunDetails } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'
import { useSay } from '../../../../words.tsx'

/** As many as stand on a page of the Match dialog. */
export const CANDIDATES = 8

/** Who is asked for. */
export interface Asked {
  readonly q: string
  readonly page: number
  readonly leavers: boolean
  readonly matched: boolean
}

/** A page of those who could be the other half; the page before stays until the next is there. */
export function useCandidates(run: RunDetails, row: ReviewRowDetails, { page, ...asked }: Asked & { readonly bits: boolean }) {
  const { code: school } = useSchool()
  const body = { ...asked, limit: CANDIDATES, offset: (page - 1) * CANDIDATES }
  return useQuery({
    queryKey: ['runs.candidates', { params: { school, run: run.id, row: row.id }, ...body }],
    queryFn: ({ signal }) => call('runs.candidates', { params: { school, run: run.id, row: row.id }, body, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** Who is looked for: leavers are, and whoever is matched already is only where somebody asks for them. */
export function CandidateTicks({ asked, onAsk }: { readonly asked: Asked; onAsk(asked: Asked): void }) {
  const say = useSay()
  return (
    <div className="match-ticks">
      {(['leavers', 'matched'] as const).map((which) => (
        <label key={which} className="match-tick">
          <input type="checkbox" checked={asked[which]} onChange={(event) => onAsk({ ...asked, [which]: event.target.checked, page: 1 })} />
          {say(`review.match.${which}`)}
        </label>
      ))}
    </div>
  )
}

/** Who has the typed name and is of the other kind, with the reason: nothing to choose. */
export function ImpossibleChoices({ impossible }: Pick<RouteAnswer<'runs.candidates'>, 'impossible'>) {
  const say = useSay()
  return impossible.map(({ name, kind }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two of them may have one name, and nothing else is known of them
    <div key={place} className="candidate-box">
      <label className="candidate">
        <input type="radio" name="candidate" disabled />
        <span>
          <b>{name}</b>
          <span className="cell-more">{say(`review.match.cannot_${kind}`)}</span>
        </span>
      </label>
    </div>
  ))
}

/** How many were found, and how many of whom nobody asked for are not shown. */
export function foundWords(say: Say, { total, hidden }: Pick<RouteAnswer<'runs.candidates'>, 'total' | 'hidden'>): readonly string[] {
  return [
    total === 0 ? say('review.match.none_found') : say('review.match.found', { count: total }),
    ...(hidden.leavers === 0 ? [] : [say('review.match.hidden_leavers', { count: hidden.leavers })]),
    ...(hidden.matched === 0 ? [] : [say('review.match.hidden_matched', { count: hidden.matched })]),
  ]
}
