import type { ButtonHTMLAttributes } from 'react'

/** What a button looks like: the one act of a page, others, what cannot be undone, and an act within text. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'

/** A button. While it is busy it keeps its focus and does nothing. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind | undefined
  readonly isSmall?: boolean | undefined
  readonly isBusy?: boolean | undefined
}

/** Classes of whatever looks like a button. */
export function buttonClass(kind: ButtonKind = 'primary', isSmall = false): string {
  return `button${kind === 'primary' ? '' : ` button-${kind}`}${isSmall ? ' button-small' : ''}`
}

export function Button({ kind, isSmall, isBusy = false, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(kind, isSmall)}
      aria-disabled={isBusy || rest['aria-disabled'] === true ? true : undefined}
      onClick={(event) => {
        if (isBusy || rest['aria-disabled'] === true) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}
