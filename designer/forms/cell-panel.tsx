import { useWords } from '../language/words.tsx'
import classes from './form-panel.module.css'

/** A list of documents or a block of the program on the form: what it shows, and where its own settings are. */
export function CellPanel({ cell }: { cell: string }) {
  const { t } = useWords()
  const block = cell.startsWith('block:') ? cell.slice('block:'.length) : null
  return (
    <>
      <div className={classes.head}>
        <div>
          <h2>{block ? t(`block.${block}` as 'block.paper') : t('form.list.title')}</h2>
        </div>
      </div>
      <p className={classes.hint} style={{ padding: '12px 16px' }}>
        {t(block ? 'form.block.text' : 'form.list.text')}
      </p>
    </>
  )
}
