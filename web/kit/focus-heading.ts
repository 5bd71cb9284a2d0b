const FRAMES_MAX = 30

/** Gives the focus to the heading of the page as soon as what had it is gone, which a render soon takes away; else leaves it where it is. */
export function focusHeadingIfLost(frames = FRAMES_MAX): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector('h1')?.focus()
    else if (frames > 1) focusHeadingIfLost(frames - 1)
  })
}
