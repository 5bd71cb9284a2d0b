import { describe, expect, it } from 'vitest'
import { foldName } from '../../kernel/index.ts'
import { areNicknames, hasNicknames } from './index.ts'

const FORMS =
  'william billy, bill will, katie katherine, mohammed muhammad, ayesha aisha, alex alexandra, alex alexander, katarzyna kasia, małgorzata gosia, aleksandr sasha, oleksandr sashko, mykola kolya, francisco paco, josé pepe, elizabeth lizzie, margaret peggy, robert bobby, edward ted, theodore ted, harriet hattie, jakub kuba, tomasz tomek, giuseppe beppe, jorge coque, maria masha, tatiana tanya, dmitry dima, yevhen zhenya, volodymyr vova, konstantinos kostas, panagiotis takis, yaakov kobi, menachem mendel, harpreet preet, sukhpreet sukh, oluwaseun seun, chukwuemeka emeka, ionut ioan, istvan pista, józef jozek, patrick paddy, philippa pippa, олександр сашко, наталія наташа, ігор гоша'

const OTHERS =
  'alexander alexandra, christian christopher, edward edmund, edward theodore, edmund theodore, daniel danielle, samuel samantha, patrick patricia, oliver olivia, joseph josephine, george georgina, francis frances, stephen stephanie, amelia amy, mia maya, erin aaron, emily amelia, libby eliza, liam william, anna hannah, maria mary, jade jada, thomas james, charles charlotte, jacob james, leo leonie, zara zahra, sophie sofie-anne, harry harriet, maximilian maxwell'

const pairsOf = (pairs: string) => pairs.split(', ').map((pair) => pair.split(' ').map(foldName))

describe('N-08 areNicknames', () => {
  it.each(pairsOf(FORMS))('N-08 says of %s and %s that they are forms of one name', (left = '', right = '') => {
    expect(areNicknames(left, right)).toBe(true)
    expect(areNicknames(right, left)).toBe(true)
    expect([hasNicknames(left), hasNicknames(right)]).toEqual([true, true])
  })

  it.each(pairsOf(OTHERS))('N-08 says of %s and %s that they are two names', (left = '', right = '') => {
    expect(areNicknames(left, right)).toBe(false)
    expect(areNicknames(right, left)).toBe(false)
  })

  it.each([
    ['thomas', 'thomas'],
    ['zzz', 'william'],
    ['', ''],
  ])('says no of %s and %s', (left, right) => {
    expect(areNicknames(left, right)).toBe(false)
  })
})
