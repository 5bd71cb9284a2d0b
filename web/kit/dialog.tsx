import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'

/**
 * A native modal dialog. Rendered = open: the focus goes in, Escape and Close call `onClose`, and when it is gone the focus is
 * back where it was. Put `data-first-focus` on what takes the focus first; else it is the heading.
 */
export function Dialog({
  title,
  children,
  onClose,
  isWide = false,
}: {
  readonly title: string
  readonly children: ReactNode
  onClose(): void
  readonly isWide?: boolean | undefined
}) {
  const say = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  useEffect(() => {
    const opener = document.activeElement
    const shown = dialog.current
    shown?.showModal()
    shown?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      shown?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog${isWide ? ' dialog-wide' : ''}`}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={headingId} tabIndex={-1}>
          {title}
        </h2>
        <Button kind="quiet" onClick={onClose}>
          {say('common.close')}
        </Button>
      </div>
      {children}
    </dialog>
  )
}
