import { type RefObject, useEffect } from 'react'

/** While a menu is open, it closes on Escape, on a click beside it, and when something in it was chosen. */
export function useClosing(menu: RefObject<HTMLDetailsElement | null>, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    const onClick = (event: MouseEvent): void => {
      const { current } = menu
      if (current?.open !== true || !(event.target instanceof Element)) return
      if (!current.contains(event.target) || event.target.closest('li a, li button') !== null) current.open = false
    }
    const onKey = (event: KeyboardEvent): void => {
      const { current } = menu
      if (event.key !== 'Escape' || current?.open !== true) return
      current.open = false
      current.querySelector('summary')?.focus()
    }
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey)
    }
  }, [menu, isOpen])
}
