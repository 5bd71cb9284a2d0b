import { describe, expect, it } from 'vitest'
import { schoolSettingsSchema } from './settings.ts'

describe('the settings of a school', () => {
  it('D6, D11, D17, D19, D25, S-89 have the defaults that were decided', () => {
    expect(schoolSettingsSchema.parse({})).toEqual({
      importNewPupils: true,
      importNewStaff: false,
      applyUnreviewedMayMatch: false,
      pupilEmails: 'all',
      deputyMaySync: true,
      mayPin: false,
      deletedDays: 30,
      sourceSchool: null,
      includeNursery: null,
      cohort: null,
      classNaming: { style: 'as_is', pattern: '{year} {name}' },
      archiveEmptied: true,
      limits: {
        leavers: { count: 10, share: 0.05 },
        leaversOfSmallKind: { count: 3, share: 0.2 },
        smallKind: 60,
        joiners: { count: 20, share: 0.5 },
        identityChanges: { count: 10, share: 0.2 },
        otherUpdatesShare: 0.75,
      },
      yearStartWindow: { from: '08-15', to: '09-30' },
    })
  })

  it('D19 one limit can be set and the others stay', () => {
    const { limits } = schoolSettingsSchema.parse({ limits: { joiners: { count: 5, share: 0.1 } } })
    expect(limits).toMatchObject({ joiners: { count: 5, share: 0.1 }, leavers: { count: 10, share: 0.05 } })
  })

  it.each<[object, string]>([
    [{ limits: { joiners: { count: 0, share: 0.1 } } }, 'a limit of nobody'],
    [{ limits: { joiners: { count: 5, share: 1.5 } } }, 'more than everybody'],
    [{ limits: { joiners: { count: 2.5, share: 0.5 } } }, 'half a person'],
    [{ yearStartWindow: { from: '8-15', to: '09-30' } }, 'a day that does not sort'],
    [{ yearStartWindow: { from: '08-15', to: '13-01' } }, 'a thirteenth month'],
    [{ cohort: { yearGroups: 'Year 7' } }, 'a list that is none'],
  ])('refuses %j: %s', (settings) => {
    expect(schoolSettingsSchema.safeParse(settings).success).toBe(false)
  })
})
