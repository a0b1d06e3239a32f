import { type ComboboxItem, MultiSelect, Select } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../language/texts.tsx'
import { withoutDiacritics } from '../language/without-diacritics.ts'
import { frameProps } from './field-frame.tsx'
import type { PickProps } from './pick.tsx'

/** Chooses one or several from a list: one combobox for choices, people, departments and links. */
export function PickControl({ items, chosen, many, onPick, frame, search, onOpen, leftSection, draw }: PickProps) {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const data = [...items]
  for (const one of chosen) if (!data.some((item) => item.value === one.value)) data.push(one)
  const drawn = new Map(data.map((item) => [item.value, item]))
  const words = search?.text ?? typed
  const nothing =
    search?.state === 'searching'
      ? t('field.searching')
      : search?.state === 'failed'
        ? t('field.searchFailed')
        : words
          ? t('field.nothingFound', { text: words })
          : t('field.nothingYet')
  const shared = {
    ...frameProps(frame),
    data: data as ComboboxItem[],
    // The server has already searched, and what is chosen is no find of its; here a name is found without its diacritics too.
    filter: ({ options, search: asked }: { options: unknown[]; search: string }) =>
      (options as ComboboxItem[]).filter((item) =>
        search
          ? search.text === '' || items.some((found) => found.value === item.value)
          : withoutDiacritics(item.label).includes(withoutDiacritics(asked)),
      ) as never,
    searchable: search !== undefined || items.length > 7,
    placeholder: many && chosen.length > 0 ? undefined : t(search ? 'field.search' : 'field.choose'),
    nothingFoundMessage: nothing,
    clearable: !frame.required && !frame.bare,
    clearButtonProps: { 'aria-label': `${frame.label}: ${t('do.clear')}` },
    maxDropdownHeight: 280,
    onDropdownOpen: () => {
      search?.onSearch('')
      onOpen?.()
    },
    leftSection,
    renderOption: ({ option }: { option: ComboboxItem }) => draw?.(drawn.get(option.value)!) ?? option.label,
    comboboxProps: { width: 'max-content', position: 'bottom-start', middlewares: { shift: true, flip: true } } as const,
  }
  const hear = (text: string) => {
    setTyped(text)
    // Opening the list writes the chosen name into the field: that is no question.
    search?.onSearch(chosen.some((one) => one.label === text) ? '' : text)
  }
  return many ? (
    <MultiSelect {...shared} value={chosen.map((one) => one.value)} onChange={onPick} onSearchChange={hear} hidePickedOptions />
  ) : (
    <Select
      {...shared}
      value={chosen[0]?.value ?? null}
      onChange={(value) => onPick(value === null ? [] : [value])}
      onSearchChange={hear}
      allowDeselect={false}
    />
  )
}
