import { describe, expect, it } from 'vitest'
import { explainMatch } from './explain-match.ts'
import { explanationText } from './index.ts'
import { makeSay } from './make-say.ts'
import { type ExplainedPair, explanationOf, nameRival, type Reason } from './match-explanation.ts'
import { match } from './messages/match.ts'
import { sayReason } from './say-evidence.ts'

const reason = (code: string, bits: number, params: Reason['params'] = {}): Reason => ({ code, params, bits })
const sameBirthDate = reason('birth_date.exact', 11.2, { directory: '2015-03-12', source: '2015-03-12' })
const sameSurname = reason('surname.exact', 9.4, { directory: 'Okonkwo', source: 'Okonkwo', rarity: 'rare' })
const khan = reason('surname.exact', 4.1, { directory: 'Khan', source: 'Khan', rarity: 'common' })

function pair(told: Partial<ExplainedPair>): ExplainedPair {
  return { verdict: 'possible', pass: 'scored', probability: 0.93, reasons: [], guards: [], rival: null, whatIf: [], ...told }
}

/** Read aloud: a school secretary must know at once what is the case and what to do. */
const GOLDEN: readonly (readonly [string, ExplainedPair, string])[] = [
  [
    'same UPN, married name',
    pair({
      verdict: 'certain',
      pass: 'identifier',
      probability: 0.9999,
      reasons: [
        reason('upn.same', 18.3, { value: 'A823408612017' }),
        reason('forename.exact', 6.6, { directory: 'Tara', source: 'Tara', rarity: 'usual' }),
        reason('surname.alias', 5, { directory: 'Gupta', source: 'Miller' }),
        sameBirthDate,
      ],
    }),
    'Matched: same UPN. Same UPN: A823…2017 (strongly for). Same birth date: 12 Mar 2015 (strongly for). Same forename: Tara (for). ' +
      'Taken for one surname since a person here said so (Gupta, Miller) (for).',
  ],
  [
    'a short form, and another pupil far behind',
    pair({
      reasons: [reason('forename.nickname', 3.2, { directory: 'Katherine', source: 'Kate', rarity: 'usual' }), sameSurname, sameBirthDate],
      guards: ['guard.other_forename'],
      rival: { side: 'mis', name: 'Tara Gupta', detail: '6A', closeness: 'clearly_less_likely' },
      whatIf: [
        { code: 'certain_if.upn', params: {} },
        { code: 'not_if.birth_date', params: {} },
      ],
    }),
    'May match: very likely the same person. The forenames are not the same: this may be a brother or sister. ' +
      'Same birth date: 12 Mar 2015 (strongly for). Same surname: Okonkwo, which is rare here (strongly for). ' +
      'Two forms of one name (Katherine, Kate) (for). Second best in your MIS: Tara Gupta, 6A, clearly less likely. ' +
      'Would be certain if both had the same UPN. Would no longer be offered if the birth date turned out to be different.',
  ],
  [
    'twins',
    pair({
      probability: 0.41,
      reasons: [
        reason('forename.different', -7, { directory: 'Amelia', source: 'Jayden', rarity: 'usual' }),
        sameSurname,
        sameBirthDate,
        reason('twin.other_forename', -3.5),
      ],
      guards: ['guard.twin'],
      rival: { side: 'here', name: 'Jayden Okonkwo', detail: '5 Maple', closeness: 'likelier' },
    }),
    'May match: possibly the same person. Could be twins: same surname, same birth date, different forenames. ' +
      'Same birth date: 12 Mar 2015 (strongly for). Same surname: Okonkwo, which is rare here (strongly for). ' +
      'Different forenames: Amelia here, Jayden in your MIS (against). ' +
      'Same surname and birth date, but another forename: often a twin (against). ' +
      'Somebody else here fits better: Jayden Okonkwo, 5 Maple.',
  ],
  [
    'two children of one name',
    pair({
      probability: 0.5,
      reasons: [
        reason('forename.spelling', 4.4, { directory: 'Mohammed', source: 'Muhammad', rarity: 'common' }),
        khan,
        reason('birth_date.swapped', 4.9, { directory: '2015-03-04', source: '2015-04-03' }),
      ],
      guards: ['guard.rival', 'guard.same_names'],
      rival: { side: 'here', name: 'Mohammed Khan', detail: '6 Oak', closeness: 'as_likely' },
      whatIf: [{ code: 'certain_if.birth_date', params: {} }],
    }),
    'May match: likely the same person. Somebody else fits about as well. ' +
      'Somebody else has the same name, and the birth dates do not settle who is who. ' +
      'Day and month of the birth date are swapped: 4 Mar 2015 here, 3 Apr 2015 in your MIS (for). ' +
      'Two spellings of one name (Mohammed, Muhammad) (for). Same surname: Khan, which is common here (for). ' +
      'Second best here: Mohammed Khan, 6 Oak, about as likely. Would be certain if the birth date were confirmed.',
  ],
  [
    'the numbers of an exact match',
    pair({ verdict: 'certain', pass: 'exact', probability: 0.99994, reasons: [sameSurname, sameBirthDate, reason('sex.same', 0.98)] }),
    'Matched: same name and birth date. Same birth date: 12 Mar 2015 (strongly for, +11.2 bits). ' +
      'Same surname: Okonkwo, which is rare here (strongly for, +9.4 bits). The sex is the same (slightly for, +1.0 bits). ' +
      'All together: +21.6 bits. Chance of being one person: > 99.9 %.',
  ],
  [
    'September on one side only, and a temporary UPN',
    pair({
      probability: 0.97,
      reasons: [
        sameBirthDate,
        reason('year_group.moved_up', 0.8, { directory: '5', source: '6' }),
        reason('upn.temporary', 3, { value: 'A82340861201B' }),
      ],
      guards: ['guard.only_names'],
    }),
    'May match: very likely the same person. Only the names are the same: there is no birth date, ID or e-mail address to be sure. ' +
      'Same birth date: 12 Mar 2015 (strongly for). Same UPN, but only a temporary one: A823…201B (for). ' +
      'One year group further: the new school year has come to one side only (5 here, 6 in your MIS) (slightly for).',
  ],
  [
    'a person has said so',
    pair({
      verdict: 'certain',
      pass: 'decided',
      probability: 1,
      reasons: [
        reason('decided.by_person', 0),
        khan,
        reason('birth_date.different', -6.2, { directory: '2015-03-12', source: '2014-11-30' }),
      ],
    }),
    'Matched: a person said so. Different birth dates: 12 Mar 2015 here, 30 Nov 2014 in your MIS (against, −6.2 bits). ' +
      'Same surname: Khan, which is common here (for, +4.1 bits). A person said that these two are the same (0.0 bits). ' +
      'All together: −2.1 bits.',
  ],
  [
    'a teacher with a new surname',
    pair({
      verdict: 'certain',
      pass: 'identifier',
      reasons: [
        reason('email.same', 12, { value: 'd.quill@oak.example' }),
        reason('surname.different', -4, { directory: 'Quill', source: 'Marsh' }),
        reason('forename.exact', 5.5, { directory: 'Dora', source: 'Dora', rarity: 'usual' }),
      ],
    }),
    'Matched: same e-mail address. Same e-mail address: d.quill@oak.example (strongly for). Same forename: Dora (for). ' +
      'Different surnames: Quill here, Marsh in your MIS (against).',
  ],
]

describe('explanationText', () => {
  it.each(GOLDEN)('N-01 says in one cell: %s', (_story, told, text) => {
    expect(explanationText(told, { bits: text.includes(' bits') })).toBe(text)
  })

  it('N-01 says the same in the words of the US', () => {
    const [, [, told] = []] = GOLDEN
    const text = explanationText(told ?? pair({}), { vocabulary: 'en-US' })
    expect(text).toContain('The first names are not the same: this may be a brother or sister. Same birth date: Mar 12, 2015')
    expect(text).toContain(
      'Second best in your SIS: Tara Gupta, 6A, clearly less likely. Would be certain if both had the same student ID.',
    )
  })

  it('N-01 the parts printed add up to the total printed', () => {
    const thirds = ['birth_date.exact', 'surname.exact', 'sex.same'].map((code) => reason(code, 1 / 3, { directory: 'x' }))
    const text = explanationText(pair({ reasons: thirds }), { bits: true })
    const numbers = [...text.matchAll(/([+−]?)(\d+\.\d) bits/g)].map(([, sign, size]) => (sign === '−' ? -10 : 10) * Number(size))
    expect(numbers.slice(0, -1).reduce((sum, it) => sum + it, 0)).toBe(numbers.at(-1))
    expect(text).toContain('All together: +1.0 bits. Chance of being one person: 93.0 %.')
  })
})

describe('explainMatch', () => {
  it('N-01 passes over what another version of the engine has said, and says the rest', () => {
    const told = explanationOf(pair({ reasons: [reason('shoe.size', 3), khan], guards: ['guard.dog'] }), false)
    expect(explainMatch(makeSay('en-GB'), told).map((it) => it.part)).toEqual(['verdict', 'evidence'])
  })
})

describe('nameRival', () => {
  const tara = { name: 'Tara Gupta', detail: '6A' }

  it.each([
    [{ bits: 20, rival: { side: 'source', bits: 19 } }, tara, { side: 'mis', ...tara, closeness: 'as_likely' }],
    [{ bits: 20, rival: { side: 'directory', bits: 9 } }, tara, { side: 'here', ...tara, closeness: 'clearly_less_likely' }],
    [{ bits: 20, rival: { side: 'source', bits: 19 } }, null, null],
    [{ bits: 20, rival: null }, tara, null],
  ] as const)('N-01 names the best other pair, if there is one and its person is known: %j', (given, person, expected) => {
    expect(nameRival(given, person)).toEqual(expected)
  })
})

describe('every code of a match', () => {
  const codes = Object.keys(match).map((key) => key.replace('match.', ''))
  const FIELDS = ['birth_date', 'upn', 'custom_id', 'email', 'forename', 'surname', 'middle_name']
  const NEW = ['forename.spelling', 'surname.spelling', 'forename.alias', 'surname.alias']
  const OTHERS = ['names.one_in_other_box', 'year_group.moved_up', 'guard.closer_name', 'guard.ids_differ']

  it.each(['en-GB', 'en-US'] as const)('N-01 has words in %s, with nothing left to fill in', (vocabulary) => {
    const params = { directory: '2015-03-04', source: 'Zoë', value: 'A823', rarity: 'usual' }
    for (const code of codes) {
      const text = sayReason(makeSay(vocabulary), { code, params })
      expect(text, code).toMatch(/^[A-Z].*\S$/)
      expect(text, code).not.toMatch(/[{}]|undefined/)
      expect(text?.endsWith('.'), code).toBe(/^(guard|certain_if|not_if)\./.test(code))
    }
  })

  it.each([...NEW, ...OTHERS, ...FIELDS.flatMap((it) => [`certain_if.${it}`, `not_if.${it}`])])('N-01 %s is one of them', (code) => {
    expect(codes).toContain(code)
  })

  it('N-01 a birth date that is in no calendar is said as it stands', () => {
    const params = { directory: '2015-02-31', source: '2015-13-45' }
    expect(sayReason(makeSay('en-GB'), { code: 'birth_date.different', params })).toBe(
      'Different birth dates: 2015-02-31 here, 2015-13-45 in your MIS',
    )
  })
})
