import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'

/**
 * Shows what was just done, at the foot of the page. Stays until it is closed or another takes its place. Whoever listens is
 * told by a `LiveRegion`: one that comes with its text stays unheard.
 */
export function Toast({ text, children, onClose }: { readonly text: string; readonly children?: ReactNode; onClose(): void }) {
  const say = useSay()
  return (
    <div className="toast">
      <p>{text}</p>
      {children}
      <Button kind="quiet" onClick={onClose}>
        {say('common.close')}
      </Button>
    </div>
  )
}
