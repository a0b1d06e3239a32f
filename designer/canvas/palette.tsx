import { KeyHint } from '../../runtime/app/ui/tag.tsx'
import { useWords } from '../language/words.tsx'
import { useNewStep } from './new-step.tsx'
import classes from './palette.module.css'
import { paletteGroups } from './palette-items.ts'

/** What can be put on the canvas, in people's words: dragged there, or pressed to come after what is chosen. */
export function Palette() {
  const { t, rich } = useWords()
  const { putHere, dragged } = useNewStep()
  return (
    <section className={classes.palette} aria-label={t('palette.title')}>
      {paletteGroups.map((group) => (
        <div key={group.id}>
          <h2 className={classes.head}>{t(`palette.${group.id}`)}</h2>
          {group.items.map(({ id, icon: Icon }) => (
            <button
              key={id}
              type="button"
              className={classes.item}
              title={t(`does.${id}`)}
              draggable
              onClick={() => putHere(id)}
              onDragStart={(event) => {
                dragged.current = id
                event.dataTransfer.effectAllowed = 'copy'
                event.dataTransfer.setData('text/plain', t(`palette.${id}`))
              }}
              onDragEnd={() => {
                dragged.current = null
              }}
            >
              <Icon size={16} stroke={1.75} aria-hidden />
              {t(`palette.${id}`)}
            </button>
          ))}
        </div>
      ))}
      <p className={classes.hint}>{rich('palette.hint', { new: <KeyHint>N</KeyHint>, next: <KeyHint>Tab</KeyHint> })}</p>
    </section>
  )
}
