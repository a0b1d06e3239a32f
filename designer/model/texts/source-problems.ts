// Why a text is no definition, in one sentence; the definition that was there stays as it is.

import { definitionSentence } from '../../../runtime/engine/check-text.ts'
import type { ScreenLanguage } from '../../../schemas/finding.ts'
import type { SourceProblem } from '../source.ts'

const counts = { en: new Intl.NumberFormat('en-GB'), ro: new Intl.NumberFormat('ro-RO') }

/** The sentence of a problem with a text, in the reader's language. Of several findings of the schema, the first. */
export function sourceProblemText(problem: SourceProblem, language: ScreenLanguage): string {
  const ro = language === 'ro'
  switch (problem.code) {
    case 'too-long': {
      const most = counts[language].format(problem.expected)
      return ro ? `Textul este prea lung: cel mult ${most} de caractere.` : `The text is too long: at most ${most} characters.`
    }
    case 'not-json':
      return ro
        ? `Linia ${problem.line}, coloana ${problem.column}: aici textul nu mai poate fi citit.`
        : `Line ${problem.line}, column ${problem.column}: here the text can no longer be read.`
    case 'other-id':
      return ro
        ? `Textul este al lui „${problem.found}”, iar aici este deschis „${problem.expected}”. Identificatorul nu se schimbă din text.`
        : `This text is of “${problem.found}”, and “${problem.expected}” is open here. The id is not changed in the text.`
    case 'schema': {
      const [first] = problem.findings
      const place = first?.path ? `${first.path}: ` : ''
      return first ? place + definitionSentence(first, language) : ''
    }
  }
}
