import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** What one module of the browser application says and needs. */
export interface Module {
  /** Files that come with it, absolute. */
  readonly imports: readonly string[]
  /** Pages that it loads when they are opened. */
  readonly pages: readonly LazyPage[]
  /** Texts that may be keys of messages: whole ones, and the beginnings of put-together ones. */
  readonly keys: readonly string[]
  readonly beginnings: readonly string[]
  /** What it takes from the front door of wording. */
  readonly fromWording: readonly string[]
}

/** A `lazyPage(() => import('…'), 'Name', ['area'])`. */
export interface LazyPage {
  readonly file: string
  readonly name: string
  readonly areas: readonly string[]
}

const WORDING = path.resolve(import.meta.dirname, '../../../src/wording/index.ts')
const KEY = /^[a-z_]+(\.[\w-]+)+$/
const BEGINNING = /^[a-z_]+\.([\w-]+[._])*[\w-]*$/

/** Reads a module; parsed only, nothing of it is run. */
export function readModule(file: string): Module {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found = {
    imports: [] as string[],
    pages: [] as LazyPage[],
    keys: [] as string[],
    beginnings: [] as string[],
    fromWording: [] as string[],
  }
  const loaders = new Map<string, string>()
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      noteImport(node, file, found)
      return
    }
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const loaded = loadedBy(node.initializer, file)
      if (loaded !== undefined) loaders.set(node.name.getText(), loaded)
    }
    if (ts.isCallExpression(node)) noteCall(node, { file, loaders }, found)
    if (ts.isStringLiteralLike(node) && KEY.test(node.text)) found.keys.push(node.text)
    if (ts.isTemplateExpression(node) && BEGINNING.test(node.head.text)) found.beginnings.push(node.head.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function noteImport(node: ts.ImportDeclaration, file: string, found: { imports: string[]; fromWording: string[] }): void {
  const from = resolved(node.moduleSpecifier, file)
  const clause = node.importClause
  if (from === undefined || clause?.isTypeOnly === true) return
  const named = clause?.namedBindings
  if (from === WORDING && named !== undefined && ts.isNamedImports(named)) {
    found.fromWording.push(...named.elements.filter((it) => !it.isTypeOnly).map((it) => it.name.text))
  }
  found.imports.push(from)
}

function noteCall(
  node: ts.CallExpression,
  at: { readonly file: string; readonly loaders: ReadonlyMap<string, string> },
  found: { pages: LazyPage[]; beginnings: string[] },
): void {
  const [first, second, third] = node.arguments
  const called = node.expression.getText()
  if (called.endsWith('.message') && first !== undefined && ts.isStringLiteralLike(first)) found.beginnings.push(`${first.text}.`)
  if (called !== 'lazyPage' || first === undefined || second === undefined || !ts.isStringLiteralLike(second)) return
  const file = loadedBy(first, at.file) ?? at.loaders.get(first.getText())
  if (file === undefined) throw new Error(`what ${node.getText()} loads cannot be seen`)
  const listed = third !== undefined && ts.isArrayLiteralExpression(third) ? third.elements.filter(ts.isStringLiteralLike) : []
  found.pages.push({ file, name: second.text, areas: listed.map((it) => it.text) })
}

/** The file that `() => import('…')` loads. */
function loadedBy(node: ts.Node, file: string): string | undefined {
  if (!ts.isArrowFunction(node) || !ts.isCallExpression(node.body)) return undefined
  const { expression, arguments: given } = node.body
  const [from] = given
  return expression.kind === ts.SyntaxKind.ImportKeyword && from !== undefined ? resolved(from, file) : undefined
}

function resolved(from: ts.Expression, file: string): string | undefined {
  if (!ts.isStringLiteralLike(from) || !from.text.startsWith('.')) return undefined
  return path.resolve(path.dirname(file), from.text)
}
