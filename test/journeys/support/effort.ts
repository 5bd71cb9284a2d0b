import type { Person } from './person.ts'

/** Every key that is not typed into a field, and every press of a mouse or finger, is one. */
const NOTE_EFFORT = `{
  const types = ['text', 'email', 'password', 'search']
  const add = () => sessionStorage.setItem('effort', String(Number(sessionStorage.getItem('effort')) + 1))
  addEventListener('pointerdown', add, { capture: true })
  addEventListener('keydown', ({ key, target }) => {
    const isTyped = target instanceof HTMLInputElement && types.includes(target.type) && key.length === 1
    if (!isTyped && !['Control', 'Shift', 'Alt', 'Meta'].includes(key)) add()
  }, { capture: true })
}`

/** Counts what somebody does: clicks, and keys that are not typed into a field. */
export interface Effort {
  /** What has been done since the last time that this was asked. */
  sinceLast(): Promise<number>
}

/** Begins to count, from the next page on. */
export async function effortOf({ page }: Person): Promise<Effort> {
  await page.addInitScript(NOTE_EFFORT)
  return {
    sinceLast: () =>
      page.evaluate<number>(`{ const made = Number(sessionStorage.getItem('effort')); sessionStorage.removeItem('effort'); made }`),
  }
}
