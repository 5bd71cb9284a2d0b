import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const GLOSSARY = fs.readFileSync(path.join(ROOT, 'GLOSSARY.md'), 'utf8')

/** What the last column of the glossary names: tables in small letters, types with a capital. */
const named = [...GLOSSARY.matchAll(/\| ([^|]*) \|$/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
)
const isType = (name: string) => /^[A-Z]/.test(name)

function textsIn(folder: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder)).map((name) => fs.readFileSync(path.join(ROOT, folder, name), 'utf8'))
}

describe('GLOSSARY.md', () => {
  it('has every table of the database, and none that there is not', () => {
    const made = textsIn('src/db/migrations').flatMap((text) => [...text.matchAll(/^create table (\w+)/gm)].map(([, name]) => name))
    const tables = [...new Set(made)] // one that was dropped may have been made anew
    expect(tables.length).toBeGreaterThan(20)
    expect(named.filter((name) => !isType(name)).toSorted()).toEqual(tables.toSorted())
  })

  it('names only types that a folder of src shows', () => {
    const folders = fs.readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((it) => it.isDirectory())
    const faces = folders.map(({ name }) => fs.readFileSync(path.join(ROOT, 'src', name, 'index.ts'), 'utf8')).join('\n')
    const shown = new Set(faces.match(/\w+/g))
    expect(named.filter((name) => isType(name) && !shown.has(name))).toEqual([])
  })

  it('explains every term once', () => {
    const terms = [...GLOSSARY.matchAll(/^\| ([^|]+) \|/gm)].map(([, term = '']) => term).filter((term) => term !== 'term')
    expect(terms).toEqual([...new Set(terms)])
  })
})
