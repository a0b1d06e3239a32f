import type { FindingTexts } from '../../schemas/finding.ts'
import { findingSentence } from '../../schemas/finding-text.ts'
import { schemaFindingTexts } from '../../schemas/schema-finding-texts.ts'
import { approvalFindingTexts } from './approval/check-approval-texts.ts'
import { cardFindingTexts } from './card/check-card-texts.ts'
import { expressionFindingTexts } from './expression/expression-finding-texts.ts'
import { numberFindingTexts } from './numbering/number-finding-texts.ts'

/** The sentences of all that `checkDefinitions` finds, beside those of the schemas. */
export const checkFindingTexts: FindingTexts = {
  ...approvalFindingTexts,
  ...cardFindingTexts,
  ...expressionFindingTexts,
  ...numberFindingTexts,
}

/** The sentence of any finding, of a schema or of the check, in the reader's language. */
export const definitionSentence = findingSentence(schemaFindingTexts, checkFindingTexts)
