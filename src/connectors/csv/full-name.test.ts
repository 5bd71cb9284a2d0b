import { describe, expect, it } from 'vitest'
import { splitFullName } from './full-name.ts'

describe('splitFullName', () => {
  it.each([
    ['Tindall-Moss, Ava Rose', ['Ava', 'Rose', 'Tindall-Moss']],
    ['Ava Rose Moss', ['Ava', 'Rose', 'Moss']],
    ['Ava van der Berg', ['Ava', null, 'van der Berg']],
    ['Ava Moss', ['Ava', null, 'Moss']],
    ['Van Nguyen', ['Van', null, 'Nguyen']],
    ['Cher', ['Cher', null, null]],
    ['', [null, null, null]],
  ])('splits %s', (name, [firstName, middleName, lastName]) => {
    expect(splitFullName(name)).toEqual({ firstName, middleName, lastName })
  })
})
