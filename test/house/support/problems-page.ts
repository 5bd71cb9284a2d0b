import { PROBLEMS, type ProblemCode, problem } from '../../../src/kernel/index.ts'
import { describeProblem } from '../../../src/wording/index.ts'

/** docs/using/problems.md: every problem with its cure, made from src/kernel/problems/. */
export function problemsPage(): string {
  // safe: the keys of the table are the codes it is typed with
  const codes = (Object.keys(PROBLEMS) as ProblemCode[]).sort()
  const rows = codes.map((code) => {
    const { title, cure } = describeProblem(problem(code), 'en-GB')
    return `| \`${code}\` | ${title} | ${cure} |`
  })
  return `# Problems and what to do about them

Every problem that Muster can report, by the code that stands in \`--json\` and in the report file. \`{words}\` in braces are filled
in when it happens; in a school that speaks of students and grades, its own words stand instead of those of the UK. One bad row
never stops a sync; a file that cannot be read at all never starts one. This page is made from the code (\`npx vitest run
test/house/pages -u\`).

| code | what it is | what to do |
|---|---|---|
${rows.join('\n')}
`
}
