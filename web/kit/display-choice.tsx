import { useState } from 'react'
import { useSay } from '../words.tsx'
import { CONTRASTS, type Display, displayHere, keepDisplay, showDisplay, THEMES } from './display.ts'
import { Select } from './select.tsx'

/** Light or dark, and more contrast: for this browser, kept until it is chosen otherwise. */
export function DisplayChoice() {
  const say = useSay()
  const [display, setDisplay] = useState(displayHere)
  const choose = (next: Display): void => {
    setDisplay(next)
    keepDisplay(next)
    showDisplay(next)
  }
  return (
    <>
      <Select
        id="display-theme"
        isTool
        label={say('shell.colours')}
        value={display.theme}
        options={THEMES.map((value) => ({ value, label: say(`shell.colours.${value}`) }))}
        onChange={(event) => choose({ ...display, theme: THEMES.find((it) => it === event.target.value) ?? 'system' })}
      />
      <Select
        id="display-contrast"
        isTool
        label={say('shell.contrast')}
        value={display.contrast}
        options={CONTRASTS.map((value) => ({ value, label: say(`shell.contrast.${value}`) }))}
        onChange={(event) => choose({ ...display, contrast: CONTRASTS.find((it) => it === event.target.value) ?? 'system' })}
      />
    </>
  )
}
