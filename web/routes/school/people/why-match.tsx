import type { Why } from '../../../../src/contract/index.ts'
import { sayReason, sayWeight } from '../../../../src/wording/index.ts'
import { useSay } from '../../../words.tsx'

/** Why the two records were taken for one person, in words; or why there was nothing to compare. */
export function WhyMatch({ why: { match, made } }: { readonly why: Why }) {
  const say = useSay()
  if (match === null) {
    return <p>{(made === null ? undefined : say.message('why.match', made.rule)) ?? say('why.match_none')}</p>
  }
  const evidence = match.evidence.flatMap((it) => {
    const [reason, weight] = [sayReason(say, it), sayWeight(say, it)]
    return reason === undefined ? [] : [weight === undefined ? reason : `${reason} (${weight})`]
  })
  return (
    <>
      <p>{say.message('match.verdict', match.verdict)}</p>
      <ul>
        {[...match.warnings.flatMap((it) => say.message('match', it) ?? []), ...evidence].map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </>
  )
}
