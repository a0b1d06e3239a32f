/**
 * `npm run feel -- FILE`: runs a file of FEEL conformance cases (id, expression, inputs, expect) and prints what
 * passed, what was refused with a finding, and each wrong answer. Exit code 1 if there is a wrong one.
 */
import { readFileSync } from 'node:fs'
import { type ConformanceCase, runCase } from '../runtime/engine/expression/conformance.ts'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('usage: npm run feel -- FILE')
  process.exit(2)
}
const content = JSON.parse(readFileSync(file, 'utf8')) as ConformanceCase[] | { cases: ConformanceCase[] }
const cases = Array.isArray(content) ? content : content.cases
const counts = { passed: 0, wrong: 0, refused: 0 }
for (const one of cases) {
  const outcome = runCase(one)
  counts[outcome.kind]++
  const about = `${one.id}\n    ${one.expression.replace(/\s+/g, ' ')}`
  if (outcome.kind === 'wrong') console.log(`wrong    ${about}\n    found ${outcome.found}, expected ${outcome.expected}`)
  if (outcome.kind === 'refused') {
    const findings = outcome.findings.map(({ code, found, name }) => [code, name ?? found].filter(Boolean).join(' '))
    console.log(`refused  ${about}\n    ${findings.join(', ')}; expected ${one.expect ?? 'null'}`)
  }
}
const share = ((100 * counts.passed) / cases.length).toFixed(1)
console.log(`${cases.length} cases: ${counts.passed} passed (${share} %), ${counts.wrong} wrong, ${counts.refused} refused with a finding`)
process.exitCode = counts.wrong > 0 ? 1 : 0
