import { useEffect, useState } from 'react'
import { useSay } from '../words.tsx'

const SKELETON_AFTER = 300
const LONG_AFTER = 10_000
const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']

/** Says at once that something is on its way, shows its shape after 0.3 seconds, and after 10 that it takes long. */
export function Loading({ text }: { readonly text?: string | undefined }) {
  const say = useSay()
  const [stage, setStage] = useState<'text' | 'skeleton' | 'long'>('text')
  useEffect(() => {
    const skeleton = setTimeout(() => setStage('skeleton'), SKELETON_AFTER)
    const long = setTimeout(() => setStage('long'), LONG_AFTER)
    return () => {
      clearTimeout(skeleton)
      clearTimeout(long)
    }
  }, [])
  return (
    <div className="loading">
      <p role="status">{stage === 'long' ? say('kit.taking_longer') : (text ?? say('common.loading'))}</p>
      {stage !== 'text' && (
        <div className="skeleton" aria-hidden="true">
          {ROWS.map((row) => (
            <span key={row} />
          ))}
        </div>
      )}
    </div>
  )
}
