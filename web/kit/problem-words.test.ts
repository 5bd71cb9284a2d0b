import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/contract/index.ts'
import { makeSay } from '../../src/wording/index.ts'
import { ConnectionLost } from '../api/connection-lost.ts'
import { problemWords } from './problem-words.ts'

const words = (error: unknown) => problemWords(error, makeSay('en-GB'))
const problem = { type: 'about:blank', status: 422, code: 'file.empty', title: 'The file is empty', cure: 'Export the file again.' }

describe('the words for what went wrong', () => {
  it('are those of the problem', () =>
    expect(words(new ApiError(problem))).toEqual({ title: 'The file is empty', cure: 'Export the file again.' }))

  it('speak of the service where it answered with something else', () =>
    expect(words(new ApiError({ ...problem, title: '', cure: '' }))).toMatchObject({ title: 'There is a problem with the service' }))

  it('speak of the connection where there was none', () =>
    expect(words(new ConnectionLost(new TypeError('Failed to fetch'))).title).toBe('Muster could not be reached'))

  it('never speak of the connection where the page itself is at fault', () => {
    const { title, cure } = words(new TypeError("Cannot read properties of undefined (reading 'length')"))
    expect(title).toBe('This page could not be shown')
    expect(cure).toContain('not your connection')
  })
})
