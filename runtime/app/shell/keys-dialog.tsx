import { Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useLocation } from 'wouter'
import type { TextKey } from '../language/catalog.ts'
import { useTexts } from '../language/texts.tsx'
import { KeyHint, Tag } from '../ui/tag.tsx'
import { singleKeysOn } from '../ui/use-keys.ts'
import classes from './keys-dialog.module.css'

type PlainKey = Extract<TextKey, `keys.${string}`>

/** Several keys one after the other are a list; several ways are several lists. */
interface KeyLine {
  readonly ways: readonly (readonly string[])[]
  readonly does: PlainKey
}
interface KeySection {
  readonly title: PlainKey
  /** Whether it is about the screen at this address. */
  readonly here?: (path: string) => boolean
  readonly lines: readonly KeyLine[]
}

const one = (does: PlainKey, ...keys: string[]): KeyLine => ({ ways: [keys], does })

const sections: readonly KeySection[] = [
  {
    title: 'keys.everywhere',
    lines: [
      one('keys.search', 'Ctrl', 'K'),
      one('keys.this', '?'),
      one('keys.inbox', 'G', 'I'),
      one('keys.notices', 'G', 'N'),
      one('keys.back', 'Esc'),
    ],
  },
  {
    title: 'keys.onInbox',
    here: (path) => path.startsWith('/inbox'),
    lines: [one('keys.next', 'J'), one('keys.previous', 'K'), one('keys.openDocument', 'Enter')],
  },
  {
    title: 'keys.deciding',
    here: (path) => path.startsWith('/inbox') || /^\/documents\/[^/]+\/(?!new)[^/]+/.test(path),
    lines: [
      one('keys.approve', 'A'),
      one('keys.return', 'R'),
      one('keys.reject', 'X'),
      one('keys.comment', 'C'),
      one('keys.confirm', 'Ctrl', 'Enter'),
    ],
  },
  {
    title: 'keys.onForm',
    here: (path) => /^\/documents\/[^/]+\/[^/]+/.test(path),
    lines: [
      one('keys.save', 'Ctrl', 'S'),
      one('keys.calendar', 'Alt', '↓'),
      {
        ways: [
          ['Alt', '↑'],
          ['Alt', '↓'],
        ],
        does: 'keys.rowUp',
      },
    ],
  },
  {
    title: 'keys.onSearch',
    lines: [{ ways: [['↑'], ['↓']], does: 'keys.choose' }, one('keys.commands', '>')],
  },
]

const held = new Set(['Ctrl', 'Alt'])

/** The keys of each screen; those of the one that is open come first. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const [path] = useLocation()
  const isHere = ({ here }: KeySection) => here?.(path) ?? false
  const ordered = [...sections].sort((a, b) => Number(isHere(b)) - Number(isHere(a)))
  return (
    <Modal
      opened
      onClose={onClose}
      size={680}
      title={<span style={{ fontWeight: 650, fontSize: 16 }}>{t('keys.title')}</span>}
      closeButtonProps={{ 'aria-label': t('do.close') }}
    >
      <div className={classes.sections}>
        {ordered.map((section) => (
          <section key={section.title}>
            <h3>
              {t(section.title)}
              {isHere(section) && <Tag>{t('keys.here')}</Tag>}
            </h3>
            <dl>
              {section.lines.map(({ ways, does }) => (
                <div key={does} className={classes.line}>
                  <dt>
                    {ways.map((keys, index) => (
                      <Fragment key={keys.join(' ')}>
                        {index > 0 && <span className={classes.between}>{t('keys.or')}</span>}
                        <Combination keys={keys} />
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{t(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={classes.foot}>{t(singleKeysOn() ? 'keys.rest' : 'keys.off')}</p>
    </Modal>
  )
}

/** "Ctrl + K" are pressed together, "G then I" one after the other. */
function Combination({ keys }: { keys: readonly string[] }) {
  const { t } = useTexts()
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && <span className={classes.between}>{held.has(keys[index - 1] ?? '') ? '+' : t('keys.then')}</span>}
      <KeyHint>{key}</KeyHint>
    </Fragment>
  ))
}
