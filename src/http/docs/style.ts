/** The looks of the page that describes the API. Colours have a contrast of 7:1 or more in both schemes. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b2430; --quiet: #46515f; --edge: #c9d0d9; --link: #0b4a8f; --raised: #f2f4f7 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12161c; --ink: #eef1f5; --quiet: #b9c2ce; --edge: #3a4553; --link: #9cc7ff; --raised: #1c232d }
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem; max-width: 70rem; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
h1, h2, h3 { line-height: 1.25; text-wrap: balance }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--edge) }
h3 { margin-top: 2rem; font-size: 1.0625rem; overflow-wrap: anywhere }
small, caption { color: var(--quiet); font-weight: 400 }
a { color: var(--link) }
a:focus-visible, summary:focus-visible, pre:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none }
.method { font-weight: 700 }
code { font: .875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
pre { overflow: auto; max-height: 30rem; padding: 1rem; background: var(--raised); border: 1px solid var(--edge); border-radius: .375rem }
pre code { overflow-wrap: normal }
.scroll { overflow-x: auto; margin: .75rem 0 }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; padding: .25rem 0 }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top }
summary { padding: .25rem 0; cursor: pointer }
.skip { position: absolute; left: -100rem }
.skip:focus { position: static }
`
