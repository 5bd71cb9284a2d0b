import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { AREAS, type Area, CORE, loadArea } from '../../src/wording/index.ts'
import { type Module, readModule } from './support/said-words.ts'

const WEB = path.resolve(import.meta.dirname, '../../web')
/** What functions of wording say for their callers. */
const SAID_BY: Readonly<Record<string, readonly Area[]>> = {
  sayReason: ['explain'],
  sayWeight: ['explain'],
  sayRival: ['explain'],
  sayTotal: ['explain'],
}

const areaOfKey = new Map<string, Area | 'core'>(Object.keys(CORE).map((key) => [key, 'core']))
for (const area of AREAS) for (const key of Object.keys(await loadArea(area))) areaOfKey.set(key, area)

const modules = new Map<string, Module>()

/** Everything that comes with a file, itself too. */
function withImports(file: string, seen = new Map<string, Module>()): ReadonlyMap<string, Module> {
  if (seen.has(file) || !file.startsWith(WEB) || !/\.tsx?$/.test(file)) return seen
  const module = modules.get(file) ?? readModule(file)
  modules.set(file, module)
  seen.set(file, module)
  for (const it of module.imports) withImports(it, seen)
  return seen
}

/** The areas that these modules say, each with one place where. */
function saidBy(found: ReadonlyMap<string, Module>): ReadonlyMap<Area, string> {
  const said = new Map<Area, string>()
  for (const [file, { keys, beginnings, fromWording }] of found) {
    const note = (area: Area | 'core' | undefined, what: string): void => {
      if (area !== undefined && area !== 'core') said.set(area, `${what} in ${path.relative(WEB, file)}`)
    }
    for (const key of keys) note(areaOfKey.get(key), key)
    for (const beginning of beginnings) {
      for (const [key, area] of areaOfKey) if (key.startsWith(beginning)) note(area, `${beginning}…`)
    }
    for (const name of fromWording) for (const area of SAID_BY[name] ?? []) note(area, name)
  }
  return said
}

const first = withImports(path.join(WEB, 'main.tsx'))
const pages = [...first.values()].flatMap((it) => it.pages)

describe('the texts of the browser application', () => {
  it('come with the first page where the first page says them, and only there', () => {
    expect([...saidBy(first)]).toEqual([])
  })

  it.each(pages.map((it) => [it.name, it] as const))('are loaded with the page that says them: %s', (_name, { file, areas }) => {
    const said = saidBy(withImports(file))
    const missing = [...said].filter(([area]) => !areas.includes(area))
    expect(missing, 'add these areas to its lazyPage').toEqual([])
    expect(
      areas.filter((it) => !said.has(it as Area)),
      'these areas are loaded for nothing',
    ).toEqual([])
  })

  it('are of one area each', async () => {
    const keys = [...Object.keys(CORE), ...(await Promise.all(AREAS.map(async (it) => Object.keys(await loadArea(it))))).flat()]
    expect(keys.length).toBe(new Set(keys).size)
    expect(pages.length).toBeGreaterThan(20)
  })
})
