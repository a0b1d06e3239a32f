import { ActionIcon, Combobox, InputBase, Tooltip, useCombobox } from '@mantine/core'
import { IconLayoutDistributeVertical, IconMaximize, IconMinus, IconPlus, IconSearch, type TablerIcon } from '@tabler/icons-react'
import { useReactFlow, useStore } from '@xyflow/react'
import { useRef, useState } from 'react'
import { useFormats } from '../../runtime/app/language/use-formats.ts'
import { withoutDiacritics } from '../../runtime/app/language/without-diacritics.ts'
import { useWords } from '../language/words.tsx'
import { UndoButtons } from '../shell/undo-buttons.tsx'
import classes from './canvas-tools.module.css'
import { kindIcons } from './palette-items.ts'
import { useSchema } from './schema-editing.tsx'
import { useShowStep } from './show-step.ts'

/** Undoing and doing again, and finding a step. */
export function EditTools() {
  const { undo, redo } = useSchema()
  return (
    <div className={classes.tools} data-corner="top-left">
      <UndoButtons undo={undo} redo={redo} />
      <FindStep />
    </div>
  )
}

/** How large it is shown, all of it at once, and drawn anew. */
export function ViewTools({ editable }: { editable: boolean }) {
  const { t } = useWords()
  const { percent } = useFormats()
  const { execute } = useSchema()
  const flow = useReactFlow()
  const zoom = useStore((state) => state.transform[2])
  return (
    <div className={classes.tools} data-corner="bottom-left">
      <Tool icon={IconMinus} label={t('canvas.zoomOut')} onClick={() => flow.zoomOut({ duration: 160 })} />
      <span className={`${classes.zoom} figures`}>{percent(Math.round(zoom * 100))}</span>
      <Tool icon={IconPlus} label={t('canvas.zoomIn')} onClick={() => flow.zoomIn({ duration: 160 })} />
      <Tool icon={IconMaximize} label={t('canvas.fit')} onClick={() => flow.fitView({ padding: 0.12, maxZoom: 1, duration: 160 })} />
      {editable && (
        <Tool
          icon={IconLayoutDistributeVertical}
          label={t('canvas.layout')}
          onClick={() => {
            execute({ type: 'auto-layout' })
            requestAnimationFrame(() => flow.fitView({ padding: 0.12, maxZoom: 1, duration: 160 }))
          }}
        />
      )}
    </div>
  )
}

interface ToolProps {
  readonly icon: TablerIcon
  readonly label: string
  readonly onClick: () => void
}

function Tool({ icon: Icon, label, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} aria-label={label} onClick={onClick}>
        <Icon size={16} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}

/** Finds a step by its name and shows it. */
function FindStep() {
  const { t } = useWords()
  const { reading } = useSchema()
  const show = useShowStep()
  const [typed, type] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const combobox = useCombobox()
  const wanted = withoutDiacritics(typed.trim().toLowerCase())
  const found = reading.nodes.filter(({ kind, title }) => kind !== 'join' && withoutDiacritics(title.toLowerCase()).includes(wanted))
  return (
    <Combobox
      store={combobox}
      width={240}
      position="bottom-start"
      onOptionSubmit={(id) => {
        show(id)
        type('')
        combobox.closeDropdown()
        // The keys of the drawing go on from the step that was found.
        input.current?.closest<HTMLElement>('[role="application"]')?.focus()
      }}
    >
      <Combobox.Target>
        <InputBase
          ref={input}
          w={160}
          size="xs"
          classNames={{ input: classes.find ?? '' }}
          aria-label={t('canvas.find')}
          placeholder={t('canvas.find')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={typed}
          onChange={(event) => {
            type(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={t('canvas.find')}>
          {found.slice(0, 40).map(({ id, kind, title }) => {
            const Icon = kindIcons[kind]
            return (
              <Combobox.Option key={id} value={id}>
                <span className={classes.found}>
                  <Icon size={14} stroke={1.75} aria-hidden />
                  <span className="cut">{title}</span>
                </span>
              </Combobox.Option>
            )
          })}
          {found.length === 0 && <Combobox.Empty>{t('canvas.find.nothing', { text: typed.trim() })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
