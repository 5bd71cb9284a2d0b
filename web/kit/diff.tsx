import { useSay } from '../words.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** What was and what is now. Who listens hears "was … now …". */
export function Diff({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  const say = useSay()
  return (
    <>
      {before !== null && (
        <del>
          <VisuallyHidden>{say('kit.was')} </VisuallyHidden>
          {before}
        </del>
      )}
      {before !== null && after !== null && ' '}
      {after !== null && (
        <ins>
          <VisuallyHidden>{say('kit.now')} </VisuallyHidden>
          {after}
        </ins>
      )}
    </>
  )
}
