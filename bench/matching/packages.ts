import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { npm } from '../../scripts/run-program.mjs'

const PEERS = path.join(import.meta.dirname, 'peers')
const CACHE = path.resolve('.cache')

/** A folder with the packages of the peers, or why there is none. They are no part of the product and never become one. */
export type Packages = { readonly folder: string } | { readonly reason: string }

export function nodePackages(): Packages {
  return installOnce('bench-peers', 'package.json', (folder) => [
    [...npm(), 'install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
  ])
}

export function pythonPackages(): Packages {
  return installOnce('bench-python', 'python-requirements.txt', (folder) => [
    ['python3', '-m', 'venv', folder],
    [path.join(folder, 'bin/python'), '-m', 'pip', 'install', '--quiet', '-r', path.join(folder, 'python-requirements.txt')],
  ])
}

/** The exact version of a package, as the list of its peers pins it. */
export function pinnedVersion(file: 'package.json' | 'python-requirements.txt', name: string): string {
  const text = fs.readFileSync(path.join(PEERS, file), 'utf8')
  const line = text.split('\n').find((it) => it.includes(`"${name}":`) || it.startsWith(`${name}==`)) ?? ''
  return /\d[\w.-]*/.exec(line.slice(line.indexOf(name) + name.length))?.[0] ?? 'of unknown version'
}

/** Again only when the list has changed: most runs of the bench need no network. */
function installOnce(name: string, list: string, commandsFor: (folder: string) => readonly (readonly string[])[]): Packages {
  const folder = path.join(CACHE, name)
  const wanted = fs.readFileSync(path.join(PEERS, list), 'utf8')
  const done = path.join(folder, 'installed')
  if (fs.existsSync(done) && fs.readFileSync(done, 'utf8') === wanted) return { folder }
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, list), wanted)
  for (const [program = '', ...words] of commandsFor(folder)) {
    const ended = spawnSync(program, words, { encoding: 'utf8', cwd: folder })
    const complaint = ended.error?.message ?? ended.stderr
    if (ended.status !== 0) return { reason: `cannot be installed here: ${complaint.trim().split('\n').at(-1) ?? ''}` }
  }
  fs.writeFileSync(done, wanted)
  return { folder }
}
