import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'

/** Says what was just done, at the foot of the page. Stays until it is closed or another takes its place. */
export function Toast({ text, children, onClose }: { readonly text: string; readonly children?: ReactNode; onClose(): void }) {
  const say = useSay()
  return (
    <div className="toast">
      <p role="status">{text}</p>
      {children}
      <Button kind="quiet" onClick={onClose}>
        {say('common.close')}
      </Button>
    </div>
  )
}
