import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeUploadFolder, removeLeftUploads } from './upload-folder.ts'

const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'uploads-'))
afterAll(() => fs.rmSync(parent, { recursive: true, force: true }))

describe('the folder of an upload', () => {
  it('is for this account only', async () => {
    const folder = await makeUploadFolder(parent)
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
    fs.rmSync(folder, { recursive: true })
  })

  it('that a killed process has left is removed with what is in it; that of a process at work stays', async () => {
    const { pid: gone } = spawnSync(process.execPath, ['--version'])
    const [left, atWork, other] = [`muster-upload-${gone}-aaaa`, `muster-upload-${process.ppid}-bbbb`, 'somebody-else']
    const own = path.basename(await makeUploadFolder(parent))
    for (const name of [left, atWork, other]) fs.mkdirSync(path.join(parent, name))
    fs.writeFileSync(path.join(parent, left, 'users.csv'), 'id\n1\n')
    await removeLeftUploads(parent)
    expect(fs.readdirSync(parent).sort()).toEqual([own, atWork, other].sort())
  })
})
