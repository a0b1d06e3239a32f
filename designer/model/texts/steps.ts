// What each step back and forward is called: "Undo: Add a step, “Legal review”".

import { textIn } from '../../../runtime/engine/card/local-text.ts'
import type { ScreenLanguage } from '../../../schemas/finding.ts'
import type { CommandType } from '../commands.ts'
import type { Step } from '../history.ts'

type Words = readonly [en: string, ro: string]

/** Steps that are no single edit. */
const others = {
  'new-definition': ['Create', 'Creează'],
  'remove-definition': ['Remove', 'Șterge'],
  'discard-draft': ['Discard the changes', 'Renunță la modificări'],
  repair: ['Mend', 'Remediază'],
  reconcile: ['Take in the changes of somebody else', 'Preia modificările altcuiva'],
  paste: ['Paste', 'Lipește'],
  gesture: ['Change', 'Modifică'],
} as const satisfies Record<string, Words>

/** What a group may be called: an edit, or one of these. */
export type StepLabel = CommandType | keyof typeof others

const edits = {
  'add-access-rule': ['Add a right', 'Adaugă un drept'],
  'add-action': ['Add a button', 'Adaugă un buton'],
  'add-automation': ['Add something done by itself', 'Adaugă un pas automat'],
  'add-check': ['Add a rule', 'Adaugă o regulă'],
  'add-column': ['Add a column', 'Adaugă o coloană'],
  'add-field': ['Add a field', 'Adaugă un câmp'],
  'add-item': ['Add a choice', 'Adaugă o opțiune'],
  'add-line': ['Add a line to the approval sheet', 'Adaugă un rând în fișa de avizare'],
  'add-node': ['Add a step', 'Adaugă un pas'],
  'add-option': ['Add a choice', 'Adaugă o opțiune'],
  'add-section': ['Add a section', 'Adaugă o secțiune'],
  'add-series': ['Add a series of numbers', 'Adaugă o serie de numere'],
  'add-status': ['Add a status', 'Adaugă o stare'],
  'add-tab': ['Add a tab', 'Adaugă o filă'],
  'add-time-step': ['Add what happens by a date', 'Adaugă ce se întâmplă la termen'],
  'add-view': ['Add a view', 'Adaugă o vedere'],
  'auto-layout': ['Tidy the drawing', 'Aranjează desenul'],
  'change-id': ['Change an id', 'Schimbă un identificator'],
  'connect-nodes': ['Draw an arrow', 'Desenează o săgeată'],
  'insert-node-on-route': ['Insert a step', 'Inserează un pas'],
  'move-action': ['Move a button', 'Mută un buton'],
  'move-automation': ['Change the order of what is done by itself', 'Schimbă ordinea pașilor automați'],
  'move-check': ['Move a rule', 'Mută o regulă'],
  'move-column': ['Move a column', 'Mută o coloană'],
  'move-field': ['Move a field', 'Mută un câmp'],
  'move-into-block': ['Move a step into a block', 'Mută un pas în bloc'],
  'move-item': ['Move a choice', 'Mută o opțiune'],
  'move-line': ['Move a line of the approval sheet', 'Mută un rând din fișa de avizare'],
  'move-nodes': ['Move on the canvas', 'Mută pe desen'],
  'move-option': ['Move a choice', 'Mută o opțiune'],
  'move-out-of-block': ['Move a step out of its block', 'Scoate un pas din bloc'],
  'move-route': ['Change the order of the arrows', 'Schimbă ordinea săgeților'],
  'move-section': ['Move a section', 'Mută o secțiune'],
  'move-series': ['Change the order of the series', 'Schimbă ordinea seriilor'],
  'move-status': ['Move a status', 'Mută o stare'],
  'move-tab': ['Move a tab', 'Mută o filă'],
  'move-time-step': ['Change the order of what happens by a date', 'Schimbă ordinea celor de la termen'],
  'move-view': ['Move a view', 'Mută o vedere'],
  'paste-items': ['Paste choices', 'Lipește opțiuni'],
  'paste-nodes': ['Paste steps', 'Lipește pași'],
  'place-cell': ['Put on the form', 'Pune în formular'],
  'reconnect-route': ['Lead an arrow elsewhere', 'Du o săgeată în altă parte'],
  'remove-access-rule': ['Remove a right', 'Șterge un drept'],
  'remove-action': ['Remove a button', 'Șterge un buton'],
  'remove-automation': ['Remove something done by itself', 'Șterge un pas automat'],
  'remove-check': ['Remove a rule', 'Șterge o regulă'],
  'remove-column': ['Remove a column', 'Șterge o coloană'],
  'remove-field': ['Remove a field', 'Șterge un câmp'],
  'remove-item': ['Remove a choice', 'Șterge o opțiune'],
  'remove-line': ['Remove a line of the approval sheet', 'Șterge un rând din fișa de avizare'],
  'remove-nodes': ['Remove a step', 'Șterge un pas'],
  'remove-option': ['Remove a choice', 'Șterge o opțiune'],
  'remove-route': ['Remove an arrow', 'Șterge o săgeată'],
  'remove-section': ['Remove a section', 'Șterge o secțiune'],
  'remove-series': ['Remove a series of numbers', 'Șterge o serie de numere'],
  'remove-status': ['Remove a status', 'Șterge o stare'],
  'remove-tab': ['Remove a tab', 'Șterge o filă'],
  'remove-time-step': ['Remove what happens by a date', 'Șterge ce se întâmplă la termen'],
  'remove-view': ['Remove a view', 'Șterge o vedere'],
  'rename-label': ['Change a name', 'Schimbă un nume'],
  'replace-source': ['Edit the text', 'Editează textul'],
  'restore-field': ['Use a field again', 'Folosește din nou un câmp'],
  'retire-field': ['Take a field out of use', 'Scoate un câmp din uz'],
  'set-access-rule': ['Change a right', 'Schimbă un drept'],
  'set-action-property': ['Change a button', 'Schimbă un buton'],
  'set-approval': ['Change the approval schemas', 'Schimbă schemele de aprobare'],
  'set-around': ['Change the moment of a reminder', 'Schimbă momentul mementoului'],
  'set-audience': ['Change who', 'Schimbă cine'],
  'set-automation': ['Change something done by itself', 'Schimbă un pas automat'],
  'set-check': ['Change a rule', 'Schimbă o regulă'],
  'set-column-count': ['Change the columns of a section', 'Schimbă coloanele unei secțiuni'],
  'set-column-property': ['Change a column', 'Schimbă o coloană'],
  'set-condition': ['Change a condition', 'Schimbă o condiție'],
  'set-deadline': ['Change a deadline', 'Schimbă un termen'],
  'set-field-property': ['Change a field', 'Schimbă un câmp'],
  'set-formula': ['Change a calculation', 'Schimbă un calcul'],
  'set-item': ['Change a choice', 'Schimbă o opțiune'],
  'set-line-property': ['Change a line of the approval sheet', 'Schimbă un rând din fișa de avizare'],
  'set-node-property': ['Change a step', 'Schimbă un pas'],
  'set-numbering': ['Change the numbering', 'Schimbă numerotarea'],
  'set-option': ['Change a choice', 'Schimbă o opțiune'],
  'set-reminder-property': ['Change a reminder', 'Schimbă un memento'],
  'set-rollup': ['Change a total', 'Schimbă un total'],
  'set-wait-outcome': ['Name how a wait ends', 'Numește cum se încheie o așteptare'],
  'set-route-arrival': ['Change how an arrow counts', 'Schimbă cum contează o săgeată'],
  'set-route-condition': ['Change the condition of an arrow', 'Schimbă condiția unei săgeți'],
  'set-route-limit': ['Change how often an arrow is taken', 'Schimbă de câte ori se urmează o săgeată'],
  'set-route-otherwise': ['Change which arrow is taken otherwise', 'Schimbă săgeata „altfel”'],
  'set-route-outcome': ['Change the decision of an arrow', 'Schimbă decizia unei săgeți'],
  'set-schema-property': ['Change the approval schema', 'Schimbă schema de aprobare'],
  'set-section-property': ['Change a section', 'Schimbă o secțiune'],
  'set-series': ['Change a series of numbers', 'Schimbă o serie de numere'],
  'set-start': ['Change where documents begin', 'Schimbă unde încep documentele'],
  'set-status': ['Change a status', 'Schimbă o stare'],
  'set-tab-property': ['Change a tab', 'Schimbă o filă'],
  'set-time-step': ['Change what happens by a date', 'Schimbă ce se întâmplă la termen'],
  'set-type-property': ['Change the document type', 'Schimbă tipul de document'],
  'set-view': ['Change a view', 'Schimbă o vedere'],
  'unplace-cell': ['Take from the form', 'Scoate din formular'],
  'unwrap-block': ['Take a block apart', 'Desfă un bloc'],
  'wrap-in-block': ['Put steps at the same time', 'Pune pași în paralel'],
} as const satisfies Record<CommandType, Words>

/** What a step did, in a few words, with what it did it to. A label that is none of ours stands as it was given. */
export function stepText(
  { label, name }: Pick<Step, 'label' | 'name'>,
  language: ScreenLanguage,
  languages: readonly string[] = [],
): string {
  const words: Words | undefined = (edits as Record<string, Words>)[label] ?? (others as Record<string, Words>)[label]
  const text = words ? words[language === 'ro' ? 1 : 0] : label
  if (name === undefined) return text
  const called = textIn(name, language, languages)
  return language === 'ro' ? `${text}, „${called}”` : `${text}, “${called}”`
}
