import { useMemo } from 'react'
import { useWords } from '../language/words.tsx'
import { sourceOf } from '../model/source.ts'
import type { Definition } from '../model/workspace.ts'
import { inReadingOrder } from '../source/in-reading-order.ts'
import { lineDiff, withContext } from './line-diff.ts'
import classes from './publish.module.css'

/** The text of a definition before and after, line beside line, only around what differs. */
export function SideBySide({ before, after }: { before: Definition | undefined; after: Definition | undefined }) {
  const { t } = useWords()
  const rows = useMemo(() => withContext(lineDiff(textOf(before), textOf(after))), [before, after])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.diff} tabIndex={0} aria-label={t('publish.sideBySide')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('publish.before')}</th>
            <th scope="col">{t('publish.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) =>
            row === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name than their place
              <tr key={index} className={classes.gap}>
                <td colSpan={2}>…</td>
              </tr>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name than their place
              <tr key={index}>
                <td data-change={row.before !== row.after && row.before !== null ? 'removed' : undefined}>{row.before}</td>
                <td data-change={row.before !== row.after && row.after !== null ? 'added' : undefined}>{row.after}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}

/** In one order of keys: the same definition reads the same, whoever stored it. */
const textOf = (definition: Definition | undefined): string => (definition ? sourceOf(inReadingOrder(definition)) : '')
