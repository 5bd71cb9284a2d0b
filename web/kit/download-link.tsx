import type { ReactNode } from 'react'
import { buttonClass } from './button.tsx'

/** A link that saves a file. The browser asks for it with the session as for any page; its kind stands in the words. */
export function DownloadLink({
  href,
  name,
  children,
}: {
  readonly href: string
  readonly name?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <a href={href} download={name ?? true} className={buttonClass('quiet')}>
      {children}
    </a>
  )
}
