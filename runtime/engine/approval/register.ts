import { holds } from '../card/expression.ts'
import { scopeOf } from '../card/scope.ts'
import { renderTitle } from '../card/title.ts'
import { titleLeaves } from '../document/evolve.ts'
import type { Run } from '../document/run.ts'
import {
  countingKey,
  formatNumber,
  type NumberMaterial,
  type NumberProblem,
  numberingDate,
  pathsOf,
  seriesFor,
} from '../numbering/number.ts'
import { oneAt } from './place.ts'

/** Gives the document its number, once. The last number of the series is a fact that is read under its lock, so it is asked for last. */
export function register(run: Run): undefined {
  const { program, document, facts, reader } = run
  const { number: numbering } = program.type
  if (!numbering || document.number !== null) return
  const series = seriesFor(numbering, (when) => holds(when, scopeOf(program, document, reader), reader, 'number, series'))
  if (!series) return run.refuse({ code: 'expression-failed', where: 'number, series', why: 'none-holds' })
  const date = numberingDate(numbering.date === undefined ? undefined : oneAt(run, numbering.date, {}), facts.now, facts.site.zone)
  const values = Object.fromEntries(
    pathsOf(series).flatMap((path) => {
      const value = oneAt(run, path, {})
      return typeof value === 'string' || typeof value === 'number' ? [[path, value]] : []
    }),
  )
  const material: NumberMaterial = { date, values }
  const key = countingKey(series, material)
  if (!key.ok) return refuse(run, key.problem)
  const last = facts.numbers[key.value]
  if (last === undefined) run.reader.note({ kind: 'number', series: key.value })
  const count = (last ?? 0) + 1
  const made = formatNumber(series.pattern, material, count)
  if (!made.ok) return refuse(run, made.problem)
  const numbered = { ...document, number: made.value }
  const leaves = titleLeaves(document.title, renderTitle(program, numbered, reader))
  run.emit({ type: 'number-registered', number: made.value, series: key.value, count }, leaves)
  run.takes = { series: key.value, count }
}

function refuse(run: Run, problem: NumberProblem): undefined {
  if (problem.code === 'number-value-missing') run.refuse({ code: 'card-incomplete', fields: [problem.path] })
  else run.refuse({ code: 'expression-failed', where: 'number', why: problem.code })
}
