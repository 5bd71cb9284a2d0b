import { describe, expect, it } from 'vitest'
import { REVIEW_KEYS } from '../../../review-keys.ts'
import { commandOf, rangeOf } from './table-keys.ts'

const press = (key: string, held: string = '') => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
})
const at = { row: 5, rows: 20, areLettersOn: true }

describe('keys of the review table', () => {
  it.each([
    ['ArrowDown', '', { kind: 'go', to: 6, isRange: false }],
    ['j', '', { kind: 'go', to: 6, isRange: false }],
    ['k', '', { kind: 'go', to: 4, isRange: false }],
    ['ArrowUp', 'shift', { kind: 'go', to: 4, isRange: true }],
    ['PageDown', '', { kind: 'go', to: 15, isRange: false }],
    ['PageUp', '', { kind: 'go', to: 0, isRange: false }],
    ['End', '', { kind: 'go', to: 19, isRange: false }],
    ['Enter', '', { kind: 'details' }],
    [' ', '', { kind: 'tick' }],
    ['y', '', { kind: 'act', act: 'same' }],
    ['Y', 'shift', { kind: 'act', act: 'same' }],
    ['n', '', { kind: 'act', act: 'different' }],
    ['m', '', { kind: 'match' }],
    ['i', '', { kind: 'import' }],
    ['e', '', { kind: 'email' }],
    ['/', '', { kind: 'search' }],
    ['?', 'shift', { kind: 'help' }],
    ['z', 'ctrl', { kind: 'undo' }],
    ['z', 'meta', { kind: 'undo' }],
    ['a', 'ctrl', { kind: 'tick_all' }],
    ['y', 'ctrl', null],
    ['y', 'alt', null],
    ['Tab', '', null],
    ['q', '', null],
  ])('S-64 %s %s', (key, held, command) => {
    expect(commandOf(press(key, held), at)).toEqual(command)
  })

  it('stays on the first and last row', () => {
    expect(commandOf(press('ArrowUp'), { ...at, row: 0 })).toMatchObject({ to: 0 })
    expect(commandOf(press('ArrowDown'), { ...at, row: 19 })).toMatchObject({ to: 19 })
  })

  it('leaves letters alone where a person switched them off, and nothing else', () => {
    const off = { ...at, areLettersOn: false }
    for (const letter of ['j', 'k', 'y', 'n', 'm', 'i', 'e', '/', '?']) expect(commandOf(press(letter), off)).toBeNull()
    expect(commandOf(press('ArrowDown'), off)).toMatchObject({ to: 6 })
  })
})

describe('ranges', () => {
  const ids = ['a', 'b', 'c', 'd']
  it.each([
    ['b', 'd', ['b', 'c', 'd']],
    ['d', 'b', ['b', 'c', 'd']],
    ['b', 'b', ['b']],
    ['gone', 'c', ['c']],
  ])('S-71 from %s to %s', (anchor, to, range) => {
    expect(rangeOf(ids, anchor, to)).toEqual(range)
  })
})

describe('the list of keys', () => {
  const listed = REVIEW_KEYS.flatMap((it) => it.presses)
  const told = (name: string) => {
    const [key = '', ...held] = name.split('+').reverse()
    return press(key.length === 1 ? key.toLowerCase() : key, held.join(' ').toLowerCase())
  }

  it.each(listed)('names no key that does nothing: %s', (name) => {
    expect(commandOf(told(name), at)).not.toBeNull()
  })

  it('S-71 names every letter and sign that does something', () => {
    const signs = Array.from({ length: 94 }, (_, n) => String.fromCharCode(33 + n)).filter((it) => it === it.toLowerCase())
    const plain = signs.filter((it) => commandOf(press(it), at) !== null).map((it) => it.toUpperCase())
    const withCtrl = signs.filter((it) => commandOf(press(it, 'ctrl'), at) !== null).map((it) => `Ctrl+${it.toUpperCase()}`)
    expect(listed).toEqual(expect.arrayContaining([...plain, ...withCtrl]))
    expect(plain).toContain('L')
  })
})
