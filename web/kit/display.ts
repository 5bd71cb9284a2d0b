/** How somebody wants the pages to look, on this browser. */
export interface Display {
  readonly theme: (typeof THEMES)[number]
  readonly contrast: (typeof CONTRASTS)[number]
}

/** The first of each is what the system says. */
export const THEMES = ['system', 'light', 'dark'] as const
export const CONTRASTS = ['system', 'more'] as const

const STORED = 'muster.display'

/** Reads what was kept; whatever else is there counts as nothing. */
export function readDisplay(kept: string | null): Display {
  const [theme, contrast] = (kept ?? '').split(' ')
  return {
    theme: THEMES.find((it) => it === theme) ?? 'system',
    contrast: CONTRASTS.find((it) => it === contrast) ?? 'system',
  }
}

/** What this browser was told. */
export function displayHere(): Display {
  return readDisplay(localStorage.getItem(STORED))
}

/** Keeps a choice on this browser. */
export function keepDisplay({ theme, contrast }: Display): void {
  localStorage.setItem(STORED, `${theme} ${contrast}`)
}

/** Shows the pages so. */
export function showDisplay({ theme, contrast }: Display): void {
  const { dataset } = document.documentElement
  dataset['theme'] = theme
  dataset['contrast'] = contrast
}
