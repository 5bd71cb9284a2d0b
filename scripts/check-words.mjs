// @ts-check
// No text stands in a component: every one is a message of src/wording, so that it has its words in both vocabularies and can
// be translated. Looks at what JSX shows, and refuses to believe a silent pass: faults seeded in a text of its own must be found.
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { ROOT } from './run-program.mjs'

/** Properties whose text people read or hear. */
const SHOWN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'detail',
  'heading',
  'hint',
  'kicker',
  'label',
  'lead',
  'placeholder',
  'tabTitle',
  'text',
  'title',
])
const LETTER = /\p{L}/u

const SEEDED = `
  const words = 'not shown'
  export const A = () => <p>Shown</p>
  export const B = () => <p>{'Shown'} {isOn ? 'Shown' : say('kit.now')} {\`\${count} shown\`}</p>
  export const C = () => <Field label="Shown" title={isOn && 'Shown'} className="hidden" />
  export const D = () => <Page title={say('home.title')} lead={\`\${a} · \${b}\`}>{say.number(3)} <b data-kind="x">–</b></Page>
  export const E = [{ key: 'a', heading: 'Shown', cell: (it) => it.name ?? 'Shown' }]
`
const SEEDED_FAULTS = 8

/**
 * @param {string} name
 * @param {string} text
 * @returns {string[]} each as file:line and the text
 */
function faultsIn(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  /** @type {string[]} */
  const faults = []
  /** @param {ts.Node} node */
  const report = (node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    faults.push(`${name}:${line + 1} ${node.getText().trim().replace(/\s+/g, ' ').slice(0, 80)}`)
  }
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isJsxText(node) && LETTER.test(node.text)) report(node)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) shownValues(node.expression).forEach(report)
    if (ts.isJsxAttribute(node) && SHOWN.has(node.name.getText())) shownValues(node.initializer).forEach(report)
    if (ts.isPropertyAssignment(node) && SHOWN.has(node.name.getText())) shownValues(node.initializer).forEach(report)
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'cell' && ts.isArrowFunction(node.initializer)) {
      if (!ts.isBlock(node.initializer.body)) shownValues(node.initializer.body).forEach(report)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return faults
}

/**
 * The texts that an expression can become, not those that it hands to a function or compares.
 *
 * @param {ts.Node | undefined} node
 * @returns {ts.Node[]}
 */
function shownValues(node) {
  if (node === undefined) return []
  if (ts.isStringLiteralLike(node)) return LETTER.test(node.text) ? [node] : []
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map((it) => it.literal.text)]
    return parts.some((it) => LETTER.test(it)) ? [node] : []
  }
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return shownValues(node.expression)
  if (ts.isConditionalExpression(node)) return [...shownValues(node.whenTrue), ...shownValues(node.whenFalse)]
  if (ts.isBinaryExpression(node)) {
    const isComparison =
      node.operatorToken.kind >= ts.SyntaxKind.LessThanToken && node.operatorToken.kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken
    return isComparison ? [] : [...shownValues(node.left), ...shownValues(node.right)]
  }
  return []
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function componentsOf(folder) {
  return fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((it) => {
    const file = `${folder}/${it.name}`
    if (it.isDirectory()) return componentsOf(file)
    return file.endsWith('.tsx') && !file.endsWith('.test.tsx') ? [file] : []
  })
}

const files = componentsOf('web')
const seeded = faultsIn('seeded.tsx', SEEDED)
const faults = [
  ...files.flatMap((it) => faultsIn(it, fs.readFileSync(path.join(ROOT, it), 'utf8'))),
  ...(files.length === 0 ? ['no component was looked at'] : []),
  ...(seeded.length === SEEDED_FAULTS ? [] : [`of ${SEEDED_FAULTS} seeded faults ${seeded.length} were found: the check is asleep`]),
]
for (const it of faults) console.error(it)
console.log(`${files.length} components, ${faults.length} texts that are no messages`)
process.exitCode = faults.length === 0 ? 0 : 1
