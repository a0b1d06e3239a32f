import { it } from 'vitest'
import { propertiesOfLanguage } from './support/properties-of-language.ts'
import { filesOf, propertiesWritten } from './support/properties-written.ts'
it('x', () => {
  const places = { 'approval-schema': ['designer/panels'], 'document-type': ['designer/forms','designer/types'], 'reminder-rule': ['designer/reminders'], directory: ['designer/directories'], 'print-form': [] as string[] }
  for (const [kind, where] of Object.entries(places)) {
    const written = new Set(where.flatMap(filesOf).flatMap((f) => [...propertiesWritten(f)]))
    for (const [owner, props] of propertiesOfLanguage(`${kind}.schema.json`)) {
      const missing = [...props].filter((p) => !written.has(p))
      if (missing.length) console.log(kind, owner, missing.join(' '))
    }
  }
})
