import type { AllowedCommand } from '../../../schemas/generated/approval-schema.ts'
import { type Speech, say } from './speech.ts'

const words: Readonly<Record<AllowedCommand, readonly [en: string, ro: string]>> = {
  delegate: ['delegate', 'delega'],
  forward: ['hand it on for good', 'da mai departe definitiv'],
  'ask-opinion': ['ask for an opinion', 'cere o opinie'],
  'add-approver': ['add somebody', 'adăuga pe cineva'],
  reassign: ['give it to somebody else', 'da altcuiva'],
  'drop-seat': ['take somebody off', 'scoate pe cineva'],
  withdraw: ['take it back', 'retrage'],
  suspend: ['suspend it', 'suspenda'],
  resume: ['resume it', 'relua'],
  skip: ['skip it', 'sări peste'],
  return: ['return it', 'întoarce'],
  extend: ['extend the deadline', 'prelungi termenul'],
  'close-vote': ['close the vote', 'închide votul'],
  move: ['move it to another version', 'muta la altă versiune'],
}

/** What people may be allowed beyond deciding, in the order in which it is offered. */
export const allowedCommands = Object.keys(words) as readonly AllowedCommand[]

/** "delegate", "ask for an opinion": what stands after "may". */
export const allowedWords = (speech: Pick<Speech, 'language'>, command: AllowedCommand): string => say(speech, ...words[command])
