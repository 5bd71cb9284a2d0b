import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'
import { type ButtonKind, buttonClass } from './button.tsx'

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly kind?: ButtonKind | undefined
  readonly isSmall?: boolean | undefined
}

function ButtonAnchor({ kind, isSmall, ...rest }: AnchorProps) {
  return <a {...rest} className={buttonClass(kind, isSmall)} />
}

/** A link that looks like a button: it goes somewhere, and changes nothing. */
export const LinkButton = createLink(ButtonAnchor)
