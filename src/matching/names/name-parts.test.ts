import { describe, expect, it } from 'vitest'
import { foldedWords } from '../../kernel/index.ts'
import { nameParts, orderFree } from './index.ts'

const core = (name: string): string => nameParts(foldedWords(name)).coreText

describe('N-08 nameParts', () => {
  it.each([
    ['van der Berg', 'Berg'],
    ['van den Berg', 'Vandenberg'],
    ['von Trott', 'Trott'],
    ['de la Cruz', 'Cruz'],
    ['dos Santos', 'Santos'],
    ['O Brien', "O'Brien"],
    ["O'Reilly", 'Reilly'],
    ['Mc Donald', 'McDonald'],
    ['MacDonald', 'Mc Donald'],
    ['Mac Donald', 'McDonald'],
    ['Al-Hassan', 'Hassan'],
    ['AlHassan', 'Hassan'],
    ['bin Salman', 'Salman'],
    ['St John', 'Saint John'],
    ['St. John', 'StJohn'],
    ['ap Rhys', 'Rhys'],
    ['ferch Gwilym', 'Gwilym'],
    ["D'Angelo", 'D Angelo'],
    ['Abd al-Rahman', 'Abd Rahman'],
    ['ter Horst', 'Horst'],
    ['García y López', 'García López'],
  ])('N-08 finds the same core in %s and %s', (left, right) => {
    expect(core(left)).toBe(core(right))
    expect(core(left)).not.toBe('')
  })

  it.each([
    ['McDonald', 'Donald'],
    ['Alan', 'An'],
    ['Alison', 'Ison'],
    ['Stanley', 'Anley'],
    ['Vance', 'Ce'],
    ['Olivia', 'Livia'],
    ['Mack', 'Mc'],
    ['Berg', 'Bergen'],
    ['Le', 'La'],
    ['Van Le', 'Van Do'],
  ])('N-08 keeps %s and %s apart', (left, right) => {
    expect(core(left)).not.toBe(core(right))
  })

  it('N-08 keeps the last word, though it be a particle elsewhere', () => {
    expect(nameParts(['le']).words).toEqual(['le'])
    expect(nameParts(['de', 'la']).words).toEqual(['la'])
    expect(nameParts(['mac']).words).toEqual(['mac'])
    expect(nameParts([])).toEqual({ words: [], coreText: '' })
  })

  it('keeps the words of a double name', () => {
    expect(nameParts(['smith', 'jones']).words).toEqual(['smith', 'jones'])
  })
})

describe('N-08 orderFree', () => {
  it.each([
    [['xiaoming'], ['wang'], ['wang'], ['xiaoming']],
    [['thi', 'minh'], ['nguyen'], ['minh'], ['nguyen', 'thi']],
    [['anna', 'maria'], ['nagy'], ['nagy', 'anna'], ['maria']],
  ])('N-08 gives one key whichever box the words stand in: %s %s', (forename, surname, otherForename, otherSurname) => {
    expect(orderFree(forename, surname)).toBe(orderFree(otherForename, otherSurname))
  })
})
