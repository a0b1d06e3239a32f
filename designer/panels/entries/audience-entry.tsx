import { Combobox, useCombobox } from '@mantine/core'
import {
  IconBuilding,
  IconForms,
  IconId,
  IconPlus,
  IconRoute,
  IconUser,
  IconUserQuestion,
  IconUsers,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { withoutDiacritics } from '../../../runtime/app/language/without-diacritics.ts'
import { PersonAvatars } from '../../../runtime/app/ui/person.tsx'
import type { Audience, AudienceEntry } from '../../../schemas/generated/audience.ts'
import { OptionalCondition } from '../../conditions/optional-condition.tsx'
import { useWords } from '../../language/words.tsx'
import { entryWords } from '../../model/words/audience-words.ts'
import { capital, type Speech } from '../../model/words/speech.ts'
import { useWorkspace } from '../../workspace/workspace-provider.tsx'
import { type AudienceOffer, type AudiencePlace, audienceOffers, entryKey } from '../audience-offers.ts'
import { audienceToday } from '../audience-today.ts'
import classes from './audience-entry.module.css'

interface AudienceEntryProps extends AudiencePlace {
  /** What the audience is for: "Who decides". */
  readonly label: string
  readonly value: Audience | undefined
  readonly onChange: (audience: Audience) => void
  /** Left out where only the chips matter: in a dense row. */
  readonly quiet?: boolean
}

const icons: Readonly<Record<AudienceOffer['group'], TablerIcon>> = {
  around: IconUserQuestion,
  role: IconId,
  group: IconUsers,
  department: IconBuilding,
  field: IconForms,
  step: IconRoute,
  person: IconUser,
}

/** Whether an entry can mean more than one person, so that it can be narrowed. */
const canBeSeveral = ({ person, the }: AudienceEntry): boolean => person === undefined && (the === undefined || the === 'everyone')

export function offerGroup(entry: AudienceEntry): AudienceOffer['group'] {
  if (entry.role !== undefined) return 'role'
  if (entry.group !== undefined) return 'group'
  if (entry.department !== undefined) return 'department'
  if (entry.person !== undefined) return 'person'
  if (entry.whoActedAt !== undefined) return 'step'
  if (
    (entry.field ?? entry.readersOf ?? entry.guest) !== undefined ||
    typeof entry.managerOf === 'object' ||
    typeof entry.headOf === 'object'
  )
    return 'field'
  return 'around'
}

/**
 * Who: people, roles, groups, departments, fields, the author, somebody's manager, whoever acted; all of them together.
 * Each may be narrowed to those for whom something is true. Below, whom it means today.
 */
export function AudienceEntryView({ label, value = [], onChange, quiet, types, schema, assignee, row, me }: AudienceEntryProps) {
  const { t, language } = useWords()
  const { workspace } = useWorkspace()
  const type = types[0]
  const speech: Speech = { language, workspace, type, schema }
  const [narrowed, narrow] = useState<number | null>(null)
  const one = narrowed === null ? undefined : value[narrowed]
  return (
    <fieldset className={classes.audience} aria-label={label}>
      <div className={classes.chips}>
        {value.map((entry, index) => {
          const Icon = icons[offerGroup(entry)]
          const words = capital(entryWords(speech, entry))
          return (
            <span key={entryKey(entry)} className={classes.chip}>
              <Icon size={14} stroke={1.75} aria-hidden />
              {type && (canBeSeveral(entry) || entry.where !== undefined) ? (
                <button
                  type="button"
                  className={`cut ${classes.narrow}`}
                  title={words}
                  aria-label={t('who.narrow', { who: words })}
                  aria-expanded={narrowed === index}
                  onClick={() => narrow(narrowed === index ? null : index)}
                >
                  {words}
                </button>
              ) : (
                <span className="cut" title={words}>
                  {words}
                </span>
              )}
              <button
                type="button"
                className={classes.remove}
                aria-label={t('who.remove', { who: words })}
                onClick={() => {
                  narrow(null)
                  onChange(value.filter((_, at) => at !== index))
                }}
              >
                <IconX size={14} aria-hidden />
              </button>
            </span>
          )
        })}
        <AddWho
          label={label}
          taken={value}
          speech={speech}
          place={{ types, schema, assignee, row, me }}
          onAdd={(entry) => onChange([...value, entry])}
        />
      </div>
      {one && type && (
        <div>
          <p className={classes.today}>{t('who.where')}</p>
          <OptionalCondition
            key={narrowed}
            label={t('who.narrow', { who: capital(entryWords(speech, one)) })}
            always={t('who.where.all')}
            value={one.where}
            place={{ type, row, person: true }}
            onChange={(where) => {
              const { where: _, ...whole } = one
              onChange(
                value.map((each, at) => (at === narrowed ? ((where === undefined ? whole : { ...whole, where }) as AudienceEntry) : each)),
              )
            }}
          />
        </div>
      )}
      {!quiet && <Today audience={value} />}
    </fieldset>
  )
}

interface AddWhoProps {
  readonly label: string
  readonly taken: Audience
  readonly speech: Speech
  readonly place: AudiencePlace
  readonly onAdd: (entry: AudienceEntry) => void
}

function AddWho({ label, taken, speech, place, onAdd }: AddWhoProps) {
  const { t } = useWords()
  const { workspace } = useWorkspace()
  const [typed, type] = useState('')
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      type('')
      combobox.resetSelectedOption()
    },
  })
  const { types, schema, assignee, row, me } = place
  const offers = useMemo(
    () => audienceOffers(workspace, { types, schema, assignee, row, me }),
    [workspace, types, schema, assignee, row, me],
  )
  const wanted = withoutDiacritics(typed.trim().toLowerCase())
  const here = new Set(taken.map(entryKey))
  const shown = offers
    .filter(({ entry }) => !here.has(entryKey(entry)))
    .map((offer) => ({ ...offer, words: capital(entryWords(speech, offer.entry)) }))
    .filter(({ words }) => withoutDiacritics(words.toLowerCase()).includes(wanted))
  const groups = Map.groupBy(shown.slice(0, 120), ({ group }) => group)
  return (
    <Combobox
      store={combobox}
      width={300}
      position="bottom-start"
      onOptionSubmit={(key) => {
        const offer = offers.find(({ entry }) => entryKey(entry) === key)
        if (offer) onAdd(offer.entry)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <button
          type="button"
          className={classes.add}
          aria-label={t('who.addTo', { what: label })}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          <IconPlus size={14} aria-hidden />
          {t('who.add')}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => {
            type(event.currentTarget.value)
            combobox.selectFirstOption()
          }}
          placeholder={t('who.search')}
          aria-label={t('who.search')}
        />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={label}>
          {[...groups].map(([group, list]) => (
            <Combobox.Group key={group} label={t(`who.${group}`)}>
              {list.map(({ entry, words }) => {
                const Icon = icons[group]
                return (
                  <Combobox.Option key={entryKey(entry)} value={entryKey(entry)}>
                    <span className={classes.offer}>
                      <Icon size={14} stroke={1.75} aria-hidden />
                      <span className="cut">{words}</span>
                    </span>
                  </Combobox.Option>
                )
              })}
            </Combobox.Group>
          ))}
          {shown.length === 0 && <Combobox.Empty>{t('who.nothing', { text: typed.trim() })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Whom it means today, so that nobody is surprised. */
function Today({ audience }: { audience: Audience }) {
  const { t, locale } = useWords()
  const { workspace } = useWorkspace()
  const { people, depends, everyone } = useMemo(() => audienceToday(audience, workspace.organisation), [audience, workspace.organisation])
  if (audience.length === 0) return <p className={classes.today}>{t('who.today.nobodyNamed')}</p>
  if (everyone) return <p className={classes.today}>{t('who.today.everyone')}</p>
  if (people.length === 0)
    return (
      <p className={classes.today} data-tone={depends ? undefined : 'red'}>
        {depends ? t('who.today.depends') : t('who.today.nobody')}
      </p>
    )
  const names = people.map(({ name }) => name)
  const said =
    people.length === 1 && !depends
      ? t('who.today.only', { name: names[0]! })
      : t('who.today.people', {
          count: people.length,
          names: new Intl.ListFormat(locale, { type: 'conjunction' }).format(names.length > 4 ? [...names.slice(0, 3), '…'] : names),
        })
  return (
    <p className={classes.today}>
      <span aria-hidden>
        <PersonAvatars names={names.slice(0, 4)} size="small" />
      </span>
      <span>
        {said}
        {depends && ` ${t('who.today.andDepends')}`}
      </span>
    </p>
  )
}
