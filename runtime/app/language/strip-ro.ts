import type { Translation } from './message.ts'
import type { stripEn } from './strip-en.ts'

export const stripRo: Translation<typeof stripEn> = {
  'strip.route': 'Traseul documentului',
  'strip.done': 'făcut',
  'strip.now': 'se află aici',
  'strip.late': 'se află aici, în întârziere',
  'strip.next': 'poate urma',
  'strip.withdrawn': 'retras',
  'strip.passed-by': 'ocolit',
  'strip.all': 'În paralel, se așteaptă toți',
  'strip.any': 'În paralel, ajunge unul',
  'strip.atLeast': { one: 'În paralel, cel puțin {count}', few: 'În paralel, cel puțin {count}', other: 'În paralel, cel puțin {count}' },
  'strip.votes': '{given} din {of}',
  'strip.people': { one: '{count} persoană', few: '{count} persoane', other: '{count} de persoane' },
  'strip.lateBy': 'întârziere {span}',
  'strip.due': 'termen {when}',
  'strip.folded': { one: '{count} pas făcut', few: '{count} pași făcuți', other: '{count} de pași făcuți' },
  'strip.ahead': { one: 'încă {count}', few: 'încă {count}', other: 'încă {count}' },
  'strip.stepOf': 'Pasul {at} din {of}',
  'strip.ended': 'Traseul s-a încheiat',
  'strip.whole': 'Tot traseul',
  'strip.less': 'Mai puțin',
}
