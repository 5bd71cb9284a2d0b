import { describe, expect, it } from 'vitest'
import { ApiError, type ApiProblem } from '../../src/contract/index.ts'
import { makeSay } from '../../src/wording/index.ts'
import { formErrors } from './form-errors.ts'

const say = makeSay('en-GB')
const problem = (changes: Partial<ApiProblem>): ApiError =>
  new ApiError({
    type: 'about:blank',
    status: 422,
    code: 'request.fields_wrong',
    title: 'Some fields are wrong',
    cure: 'Mend them.',
    ...changes,
  })
const fieldOf = (path: string) => (path === 'email' ? { id: 'their-email', label: 'E-mail address' } : undefined)

describe('what a form shows of a refusal', () => {
  it('is told at the field, in words for what is wrong with it', () => {
    const error = problem({ fields: [{ field: 'email', code: 'too_big' }] })
    expect(formErrors(error, say, fieldOf)).toEqual([{ field: 'their-email', text: 'E-mail address: this is too long' }])
  })

  it("S-154 is told at the field in the problem's own words where the field is the problem", () => {
    const error = problem({ code: 'school.taken', title: 'Another school has this', fields: [{ field: 'email', code: 'school.taken' }] })
    expect(formErrors(error, say, fieldOf)).toEqual([{ field: 'their-email', text: 'Another school has this' }])
  })

  it('is told above the form where it belongs to no field', () => {
    const error = problem({ code: 'team.already_member', title: 'In the team already', cure: 'Change their role.' })
    expect(formErrors(error, say, fieldOf)).toEqual([{ field: '', text: 'In the team already. Change their role.' }])
  })

  it('is told when the server could not be reached', () => {
    expect(formErrors(new TypeError('Failed to fetch'), say, fieldOf)).toEqual([
      { field: '', text: 'What was saved is safe. Check your connection, then try again.' },
    ])
  })
})
