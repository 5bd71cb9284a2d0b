import type { Duplicate } from '../../../../../src/contract/index.ts'
import { useSay } from '../../../../words.tsx'

/** What speaks for two records being one person, what against it, and why it is left to a person. */
export function WhyTheseTwo({ pair }: { readonly pair: Duplicate }) {
  const say = useSay()
  const words = (isFor: boolean): string =>
    pair.evidence
      .filter((it) => it.isFor === isFor)
      .flatMap((it) => say.message('duplicates.reason', it) ?? [])
      .join(' · ')
  const doubts = pair.doubts.flatMap((it) => say.message('duplicates.doubt', it) ?? [])
  const [forIt, against] = [words(true), words(false)]
  return (
    <>
      <h3>{say('duplicates.why')}</h3>
      <p>
        <b>{say('duplicates.for')}</b> {forIt}
      </p>
      {against !== '' && (
        <p>
          <b>{say('duplicates.against')}</b> {against}
        </p>
      )}
      {doubts.map((it) => (
        <p key={it} className="warning">
          {it}
        </p>
      ))}
      {against === '' && doubts.length === 0 && <p>{say(pair.isSure ? 'duplicates.sure' : 'duplicates.look_first')}</p>}
    </>
  )
}
