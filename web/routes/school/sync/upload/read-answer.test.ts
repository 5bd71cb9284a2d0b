import { describe, expect, it } from 'vitest'
import { readAnswer } from './read-answer.ts'

const READ = { outcome: 'which_school', schools: [] }
const PROBLEM = { type: 'urn:muster:problem:file.empty', status: 422, code: 'file.empty', title: 'The file is empty', cure: 'Export it.' }

describe('the answer to a file', () => {
  it('S-13 is what was read of it', () => expect(readAnswer(200, JSON.stringify(READ))).toEqual(READ))

  it.each([422, 200])('S-13 is a problem where it has a code, whatever its status says: %i', (status) =>
    expect(readAnswer(status, JSON.stringify(PROBLEM))).toEqual(PROBLEM),
  )

  it.each([
    [502, '<html>Bad gateway</html>'],
    [200, '<html>Sign in</html>'],
    [200, '{}'],
    [200, 'null'],
    [200, ''],
    [500, JSON.stringify(READ)],
  ])('S-13 is a problem where it is neither: %i %s', (status, text) =>
    expect(readAnswer(status, text)).toMatchObject({ status, code: 'http.unexpected' }),
  )
})
