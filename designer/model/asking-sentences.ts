import type { ApprovalNode, TaskNode } from '../../schemas/generated/approval-schema.ts'
import { audienceWords, isOnePerson, lineWords } from './words/audience-words.ts'
import { conditionWords } from './words/condition-words.ts'
import { capital, fieldsListed, nodesListed, type Speech, say } from './words/speech.ts'

/** How people decide at an approval or a task, beyond who is asked and by when; a sentence for each thing that is not as usual. */
export function askingSentences(speech: Speech, node: ApprovalNode | TaskNode): string[] {
  return [...node.ask.flatMap((line) => lineSentences(speech, line)), ...mannerSentences(speech, node)]
}

/** What holds for one line only: whose it is, whom it rather asks, whom it never asks, what they see. */
function lineSentences(speech: Speech, line: ApprovalNode['ask'][number]): string[] {
  const who = lineWords(speech, line)
  const sentences: string[] = []
  if (line.lead !== undefined)
    sentences.push(
      line.lead === 'true'
        ? say(speech, `Responsible: ${who}.`, `Responsabil: ${who}.`)
        : say(
            speech,
            `Responsible is the one for whom ${conditionWords(speech, line.lead)}.`,
            `Responsabil este cel pentru care ${conditionWords(speech, line.lead)}.`,
          ),
    )
  if (line.prefer?.length)
    sentences.push(
      say(
        speech,
        `Of them, whoever acted at ${nodesListed(speech, line.prefer)} is asked rather than another: ${who}.`,
        `Dintre ei este întrebat mai degrabă cine a acționat la ${nodesListed(speech, line.prefer)}: ${who}.`,
      ),
    )
  if (line.except?.length)
    sentences.push(
      say(
        speech,
        `On the line “${who}”, ${audienceWords(speech, line.except)} ${isOnePerson(line.except) ? 'is' : 'are'} never asked.`,
        `Pe rândul „${who}” nu se întreabă niciodată: ${audienceWords(speech, line.except)}.`,
      ),
    )
  if (line.sees?.length)
    sentences.push(
      say(
        speech,
        `Of the card, only this is seen there by ${who}: ${fieldsListed(speech, line.sees)}.`,
        `De pe fișă se vede acolo numai ${fieldsListed(speech, line.sees)}: ${who}.`,
      ),
    )
  return sentences
}

function mannerSentences(speech: Speech, node: ApprovalNode | TaskNode): string[] {
  const sentences: string[] = []
  if (node.order === 'lead-last') sentences.push(say(speech, 'The responsible one is asked last.', 'Responsabilul este întrebat ultimul.'))
  if (node.rejection === 'after-all')
    sentences.push(
      say(
        speech,
        'If somebody is against, it ends only after all have spoken.',
        'Dacă cineva este împotrivă, se încheie abia după ce au vorbit toți.',
      ),
    )
  if (node.again === 'who-had-not-approved')
    sentences.push(
      say(
        speech,
        'When it comes back, only those are asked who had not agreed.',
        'Când se întoarce, sunt întrebați numai cei care nu fuseseră de acord.',
      ),
    )
  if (node.late === 'let-finish')
    sentences.push(
      say(
        speech,
        'Whoever has not answered when it is decided may still answer.',
        'Cine nu a răspuns până când s-a decis mai poate răspunde.',
      ),
    )
  if (node.sign === 'password') sentences.push(say(speech, 'Decisions are signed with the password.', 'Deciziile se semnează cu parola.'))
  if (node.close?.length)
    sentences.push(
      say(
        speech,
        `${capital(audienceWords(speech, node.close))} may close it before all have answered.`,
        `Poate încheia înainte să răspundă toți: ${audienceWords(speech, node.close)}.`,
      ),
    )
  return sentences
}
