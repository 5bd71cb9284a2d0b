import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { openTable } from './open-table.ts'
import { allRows, fileOf } from './support/in-memory.ts'

/** Rows as `line:cell|cell`, broken ones as `line!code`. */
async function read(content: string | Uint8Array, chunkBytes?: number): Promise<string[]> {
  const table = await openTable(fileOf(content, chunkBytes === undefined ? {} : { chunkBytes }))
  if (!table.ok) return [`!${table.failure.code}`]
  return (await allRows(table.value)).map((row) =>
    'problem' in row ? `${row.line}!${row.problem.code}` : `${row.line}:${row.values.join('|')}`,
  )
}

describe('rows of a table', () => {
  it('says in which column a NUL byte stands', async () => {
    const table = await openTable(fileOf('a,b\n1,x\0y\n'))
    const rows = table.ok ? await allRows(table.value) : []
    expect(rows).toMatchObject([{ line: 2, problem: { code: 'file.nul_byte', line: 2, column: 'b', value: null } }])
  })

  it.each<[string, string, string[]]>([
    ['quoted commas and doubled quotes (S-163)', 'a,b\n1,"x, ""y"""\n', ['2:1|x, "y"']],
    ['line breaks in cells count as lines', 'a,b\n1,"x\ny"\n2,z\n', ['2:1|x\ny', '4:2|z']],
    ['Windows line ends', 'a,b\r\n1,"x\r\ny"\r\n2,z\r\n', ['2:1|x\r\ny', '4:2|z']],
    ['old Macintosh line ends', 'a,b\r1,x\r2,y', ['2:1|x', '3:2|y']],
    ['old Macintosh line ends, but for the last', 'a,b\r1,x\r2,y\r\n', ['2:1|x', '3:2|y']],
    ['carriage returns inside cells of other files', 'a,b\n1,"x\ry\rz\rw"\n', ['2:1|x\ry\rz\rw']],
    ['line ends that were made twice', 'a,b\r\r\n1,"x"\r\r\n', ['2:1|x']],
    ['the mark at the end of old files is no row', 'a,b\n1,x\n\u001a', ['2:1|x']],
    ['a header that is printed again is layout', 'a,b\n1,x\na, b\n2,y\n', ['2:1|x', '3!file.layout_row', '4:2|y']],
    [
      'so are totals, page numbers and imprints that do not fit',
      'a,b,c\n1,x,y\nTotal: 1\nPage 1 of 2\n',
      ['2:1|x|y', '3!file.layout_row', '4!file.layout_row'],
    ],
    ['blank lines and rows of delimiters are no rows', 'a,b\n\n1,x\n , \n,\n2,y\n\n', ['3:1|x', '6:2|y']],
    ['a row with too few cells costs itself only', 'a,b,c\n1,x\n2,y,z\n', ['2!file.row_with_too_few_cells', '3:2|y|z']],
    ['a row with too many cells costs itself only', 'a,b\n1,x,boo\n2,y\n', ['2!file.row_with_too_many_cells', '3:2|y']],
    ['empty cells at the end are put up with', 'a,b\n1,x,,\n2,y\n', ['2:1|x', '3:2|y']],
    ['a quotation mark inside a cell is text', 'a,b\n1,x"y\n2,6" ruler\n', ['2:1|x"y', '3:2|6" ruler']],
    ['a quoted word at the start of a cell is text', 'a,b\n"Bob" S,x\n2,y\n', ['2:"Bob" S|x', '3:2|y']],
    ['a quotation mark inside a quoted cell is text', 'a,b\n1,"the "new" girl"\n', ['2:1|the "new" girl']],
    ['a NUL byte costs its row', 'a,b\n1,x\0y\n2,y\n', ['2!file.nul_byte', '3:2|y']],
    ['control characters survive', 'a,b\n1,x\u0001\u001by\n', ['2:1|x\u0001\u001by']],
    ['Excel’s wrapped numbers are unwrapped', 'a,b\n="00123",\'00123\n"=""007""",x\n', ['2:00123|00123', '3:007|x']],
    ['names with an apostrophe and formulas are kept as text', "a,b\n't Hooft,=1+1\n", ["2:'t Hooft|=1+1"]],
  ])('%s', async (_name, content, expected) => {
    expect(await read(content)).toEqual(expected)
    expect(await read(content, 1)).toEqual(expected)
  })

  it.each<[string, string, string[]]>([
    ['the next row resumes', 'a,b,c\n1,"x,y\n2,x,y\n3,x,y\n', ['2!file.unclosed_quote', '3:2|x|y', '4:3|x|y']],
    ['quoted rows behind it resume', '"a","b"\n"1","x\n"2","y"\n"3","z"\n', ['2!file.unclosed_quote', '3:2|y', '4:3|z']],
    [
      'a later quote that would close it does not swallow',
      'a,b,c\n1,"x,y\n2,y,z\n3,z,"w"\n',
      ['2!file.unclosed_quote', '3:2|y|z', '4:3|z|w'],
    ],
    ['at the very end', 'a,b\n1,x\n2,"y', ['2:1|x', '3!file.unclosed_quote']],
    ['two of them', 'a,b\n1,"x\n2,y\n3,"z\n4,w\n', ['2!file.unclosed_quote', '3:2|y', '4!file.unclosed_quote', '5:4|w']],
  ])('an unclosed quote is one problem: %s', async (_name, content, expected) => {
    expect(await read(content)).toEqual(expected)
    expect(await read(content, 1)).toEqual(expected)
  })

  it.each<[string, string, string[]]>([
    ['an unquoted comma', 'a,password,b\n1,s3cret,x\n2,y,s3cret,x\n', ['2:1|s3cret|x', '3!file.row_with_too_many_cells']],
    ['one that an empty cell at the end makes up for', 'a,password,b\n2,y,s3cret,\n', ['2!file.row_with_too_many_cells']],
    [
      'one that a column without name makes up for',
      'a,password,b,\n2,y,s3cret,x\n3,s3cret,x\n',
      ['2!file.row_with_too_many_cells', '3!file.row_with_too_few_cells'],
    ],
    [
      'a quotation mark that another row closes',
      'a,name,password\n1,"Ann,s3cret\n2,Bo 6",s3cret\n',
      ['2!file.unclosed_quote', '3:2|Bo 6"|s3cret'],
    ],
    ['a cell of several lines that is no row', 'a,name,password\n1,"Ann\nLee",s3cret\n', ['2:1|Ann\nLee|s3cret']],
  ])('no password slips into another column by %s (D9)', async (_name, content, expected) => {
    expect(await read(content)).toEqual(expected)
    expect(await read(content, 1)).toEqual(expected)
  })

  it('says where reading resumed behind an unclosed quote', async () => {
    const table = await openTable(fileOf('a,b\n1,"x\nhalf\n3,z\n'))
    const rows = table.ok ? await allRows(table.value) : []
    expect(rows[0]).toMatchObject({ line: 2, problem: { code: 'file.unclosed_quote', line: 2, value: null, params: { resumedAt: 4 } } })
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  it('tells a row that is too long and reads on, without keeping it', async () => {
    const huge = 'x'.repeat(3 * 1024 * 1024)
    expect(await read(`a,b\n1,${huge}\n2,y\n`)).toEqual(['2!file.row_too_long', '3:2|y'])
    expect(await read(`a,b\n1,"${'x\n'.repeat(600_000)}`)).toHaveLength(600_000)
  })
})

describe('dialect', () => {
  const text = 'id,name,form\n1,Zoë Müller,4B\n2,José,4C\n'
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 LE without', iconv.encode(text, 'utf-16le'), 'utf-16le'],
    ['UTF-16 BE without', iconv.encode(text, 'utf-16be'), 'utf-16be'],
    ['Windows-1252', iconv.encode(text, 'windows-1252'), 'windows-1252'],
  ])('reads %s, one byte at a time too', async (_name, bytes, encoding) => {
    const rows = ['2:1|Zoë Müller|4B', '3:2|José|4C']
    expect(await read(bytes)).toEqual(rows)
    expect(await read(bytes, 1)).toEqual(rows)
    const table = await openTable(fileOf(bytes))
    expect(table).toMatchObject({ ok: true, value: { header: ['id', 'name', 'form'], dialect: { encoding } } })
  })

  it('takes a file for Windows-1252 when its first letter beyond ASCII comes late', async () => {
    const rows = `id,name,form\n${'1,Ann,4B\n'.repeat(20_000)}2,Zoë,4C\n`
    expect((await read(iconv.encode(rows, 'windows-1252'))).at(-1)).toBe('20002:2|Zoë|4C')
  })

  it.each([',', ';', '\t', '|'])('finds the delimiter %j (S-163)', async (delimiter) => {
    const content = ['id,surname,form', '1,"Moss; Ann, Jo|x",4B', '2,Lee,4C'].join('\n')
    const own = content.replaceAll(/,(?! Jo)/g, delimiter)
    expect(await read(own)).toHaveLength(2)
    expect(await openTable(fileOf(own))).toMatchObject({ value: { header: ['id', 'surname', 'form'], dialect: { delimiter } } })
  })

  it('obeys the line with which Excel declares a delimiter', async () => {
    expect(await read('sep=;\na;b,c\n1;x\n')).toEqual(['3:1|x'])
  })
})

describe('header', () => {
  it('is found below title rows, and says so', async () => {
    const content = 'Oak School,,,\nPupils on 01/09/2025,,,\n\nUPN,Surname,Forename,Reg\nX1,Moss,Ann,4B\n'
    expect(await read(content)).toEqual(['5:X1|Moss|Ann|4B'])
    expect(await openTable(fileOf(content))).toMatchObject({ value: { problems: [{ code: 'file.title_rows', line: 4 }] } })
  })

  it('names a column that stands twice and one without a name', async () => {
    const table = await openTable(fileOf('id,,name,name,\n1,x,Ann,Jo,\n'))
    expect(table).toMatchObject({
      value: {
        header: ['id', '', 'name', 'name'],
        problems: [
          { code: 'file.column_twice', column: 'name' },
          { code: 'file.column_unnamed', column: '2' },
        ],
      },
    })
  })

  it.each([
    ['data without a header', '0123,Ann,Moss,4B,4,1\n0124,Jo,Lee,4B,4,1\n', 'file.no_header'],
    ['nothing', '', 'file.empty'],
    ['a header with a quotation mark that is never closed', 'id,"name,form\n1,Ann,4B\n2,Jo,4C\n', 'file.unclosed_quote_in_header'],
    ['the same where rows could pass for a header', '"id,name,form\nx,Ann,Beech\ny,Jo,Oak\n', 'file.unclosed_quote_in_header'],
    ['white space', ' \r\n\r\n', 'file.empty'],
    ['a spreadsheet', 'PK\u0003\u0004whatever', 'file.is_spreadsheet'],
  ])('refuses %s', async (_name, content, code) => {
    expect(await openTable(fileOf(content))).toMatchObject({ ok: false, failure: { code } })
  })

  it('may stand alone', async () => {
    expect(await read('id,name\n')).toEqual([])
  })
})
