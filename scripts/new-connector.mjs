// @ts-check
// `npm run new connector <name>`: makes src/connectors/<name>/ with a connector that works and a test that proves it.
import fs from 'node:fs'
import path from 'node:path'
import { ofPackage, ROOT, runProgram, runScript } from './run-program.mjs'

const TEMPLATE = path.join(ROOT, 'scripts/connector-template')
const CONNECTORS = path.join(ROOT, 'src/connectors')
const REGISTRY = path.join(CONNECTORS, 'registry.ts')

await runScript(async () => {
  const [what, name = '', ...more] = process.argv.slice(2)
  if (what !== 'connector' || more.length > 0)
    throw new Error('Write: npm run new connector <name>, such as: npm run new connector oak-mis')
  const refusal = whyNot(name)
  if (refusal !== null) throw new Error(refusal)
  makeFolder(name)
  register(name)
  const made = [`src/connectors/${name}`, 'src/connectors/registry.ts']
  const words = [...ofPackage('@biomejs/biome/bin/biome'), 'check', '--write', '--log-level=error', ...made]
  await runProgram('The new files could not be formatted; why stands above.', words)
  console.log(`src/connectors/${name}/ reads ${name}.csv with the columns id, role, first_name, last_name, and is in the registry. Next:
1. connector.ts: teach it the files of your MIS. It is handed everything it may use; it opens nothing by itself.
2. connector.test.ts: add an invented package for each format to the conformance suite, and a test for each rule of your own.
3. Say in carries what proves that a package is whole. Until then nobody is taken to have left.
4. npx vitest run src/connectors/${name}, then npm run check
5. Name it in README.md and docs/using/files.md, and leave a note in changes/.`)
})

/**
 * @param {string} name
 * @returns {string | null}
 */
function whyNot(name) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return 'A name has small letters, digits and single hyphens, and begins with a letter, such as oak-mis.'
  if (fs.existsSync(path.join(CONNECTORS, name))) return `src/connectors/${name} exists. Choose another name.`
  return null
}

/** @param {string} name */
function makeFolder(name) {
  const folder = path.join(CONNECTORS, name)
  fs.mkdirSync(folder)
  for (const file of fs.readdirSync(TEMPLATE)) {
    const text = fs.readFileSync(path.join(TEMPLATE, file), 'utf8')
    const filled = text.replaceAll('example-mis', name).replaceAll('exampleMis', constantOf(name)).replaceAll('Example MIS', titleOf(name))
    fs.writeFileSync(path.join(folder, file.replace(/\.txt$/, '')), filled)
  }
}

/**
 * Before the plain CSV file, which takes whatever nobody else has recognised.
 *
 * @param {string} name
 */
function register(name) {
  const text = fs.readFileSync(REGISTRY, 'utf8')
  const list = /(const FILE_CONNECTORS[^=]*= \[[^\]]*?)(\bplainCsv\b)/
  if (!list.test(text))
    throw new Error('src/connectors/registry.ts has no list FILE_CONNECTORS that ends with plainCsv. Add the connector by hand.')
  const imported = `import { ${constantOf(name)} } from './${name}/connector.ts'\n`
  fs.writeFileSync(REGISTRY, `${imported}${text.replace(list, `$1${constantOf(name)}, $2`)}`)
}

/**
 * Never a word of the language: `class` becomes `classConnector`.
 *
 * @param {string} name
 */
function constantOf(name) {
  return `${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Connector`
}

/** @param {string} name */
function titleOf(name) {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
