import { describe, expect, it } from 'vitest'
import { whatElseItIs } from './not-a-table.ts'

const zipWith = (entry: string) => `PK\u0003\u0004${'\u0000'.repeat(26)}${entry}`

describe('whatElseItIs', () => {
  it.each([
    ['%PDF-1.7 ...', 'pdf'],
    ['\u0089PNG\r\n', 'picture'],
    ['\u00ff\u00d8\u00ff\u00e0', 'picture'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1', 'spreadsheet'],
    [zipWith('[Content_Types].xml'), 'spreadsheet'],
    [zipWith('xl/workbook.xml'), 'spreadsheet'],
    [zipWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'spreadsheet'],
    ['\u00ef\u00bb\u00bf <!DOCTYPE html><title>Sign in', 'page'],
    ['\u007fELF', 'program'],
  ])('tells by the first bytes of %j: %s', (start, what) => {
    expect(whatElseItIs(Buffer.from(start, 'latin1'))).toBe(what)
  })

  it.each(['', 'id,name\n1,Ada', '"MZ",x', zipWith('users.csv'), '\u001f\u008b\u0008', '\u00ff\u00fei\u0000d\u0000', 'MZ,name'])(
    'lets %j be read',
    (start) => {
      expect(whatElseItIs(Buffer.from(start, 'latin1'))).toBeNull()
    },
  )
})
