import type { OpenApi, Operation } from './description.ts'

/** The description of the API as a page that needs no script. */
export function docsPage(api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const sections = api.tags.map(({ name }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name))
    return `<section aria-labelledby="tag-${name}"><h2 id="tag-${name}">${asText(name)}</h2>${own.map(operationHtml).join('')}</section>`
  })
  const schemas = Object.entries(api.components.schemas).map(
    ([name, schema]) => `<details id="schema-${asText(name)}"><summary><code>${asText(name)}</code></summary>${json(schema)}</details>`,
  )
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Muster API ${asText(api.info.version)}</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><h1>Muster API <small>${asText(api.info.version)}</small></h1>
${api.info.description.split('\n\n').map(paragraph).join('')}
<p>For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p></header>
<nav aria-label="Parts of the API"><ul>${api.tags.map(({ name }) => `<li><a href="#tag-${name}">${asText(name)}</a></li>`).join('')}<li><a href="#schemas">Schemas</a></li></ul></nav>
<main id="content">
${sections.join('\n')}
<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>${schemas.join('')}</section>
</main>
</body>
</html>
`
}

interface Placed {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

function operationHtml({ path, method, operation }: Placed): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  return `<article id="${operationId}"><h3><span class="method">${method}</span> <code>${asText(path)}</code></h3>
<p>${asText(summary)}.</p>${paragraph(description)}
${
  parameters.length === 0
    ? ''
    : table(
        'What it takes',
        ['Name', 'Where', 'Needed', 'What'],
        parameters.map((it) => [
          `<code>${asText(it.name)}</code>`,
          it.in,
          it.required ? 'yes' : 'no',
          it.description === undefined ? code(it.schema) : inline(it.description),
        ]),
      )
}
${
  requestBody === undefined
    ? ''
    : Object.entries(requestBody.content)
        .map(([type, { schema }]) => `<details><summary>Body: <code>${type}</code></summary>${json(schema)}</details>`)
        .join('')
}
${table(
  'What it answers',
  ['Status', 'When', 'Body'],
  Object.entries(responses).map(([status, { description: when, content = {} }]) => [
    status,
    inline(when),
    Object.values(content)
      .map(({ schema }) => bodyHtml(schema))
      .join(' '),
  ]),
)}
</article>`
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((it) => `<th scope="col">${it}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((it) => `<td>${it}</td>`).join('')}</tr>`).join('')
  return `<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

/** A schema with a name is a link to it. */
function bodyHtml(schema: object): string {
  const name = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined
  if (name !== undefined) return `<a href="#schema-${asText(name)}"><code>${asText(name)}</code></a>`
  return `<details><summary>JSON Schema</summary>${json(schema)}</details>`
}

function json(schema: object): string {
  return `<pre tabindex="0"><code>${asText(JSON.stringify(schema, null, 2))}</code></pre>`
}

function code(schema: object): string {
  return `<code>${asText(JSON.stringify(schema))}</code>`
}

function paragraph(text: string): string {
  return `<p>${inline(text)}</p>`
}

/** Text with `code` in it. */
function inline(text: string): string {
  return asText(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
