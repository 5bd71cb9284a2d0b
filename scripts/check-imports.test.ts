import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import rules from '../.dependency-cruiser.cjs'

const SRC = path.resolve(import.meta.dirname, '../src')

const RANKED: readonly string[] = rules.forbidden.map((it) => it.name).flatMap((name) => (name.startsWith('rank-') ? [name.slice(5)] : []))

function folders(): string[] {
  return fs.readdirSync(SRC, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? [it.name] : []))
}

describe('the dependency rule', () => {
  it('ranks every folder of src', () => {
    expect(folders().filter((it) => !RANKED.includes(it))).toEqual([])
  })

  it('ranks no folder twice', () => {
    expect(RANKED.length).toBe(new Set(RANKED).size)
  })
})
