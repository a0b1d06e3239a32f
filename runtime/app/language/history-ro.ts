import type { historyEn } from './history-en.ts'
import type { Translation } from './message.ts'

export const historyRo: Translation<typeof historyEn> = {
  quote: '„{text}”',
  'history.itself': 'Automat',
  'history.created': '{who} a creat documentul',
  'history.edited': '{who} a modificat {fields}',
  'history.edited.card': '{who} a modificat fișa',
  'history.numbered': 'A primit numărul {number}',
  'history.action': '{who}: „{action}”',
  'history.decided': '{who}: „{action}”, {node}',
  'history.claimed': '{who} a preluat {node}',
  'history.begun': '{who} a început {node}',
  'history.givenBack': '{who} a pus la loc {node}',
  'history.handed': '{who} a dat {node} mai departe: {person}',
  'history.closedVote': '{who} a închis votul, {node}',
  'history.late': '{node} întârzie; cei în cauză au fost anunțați',
  'history.suspended': '{who} a suspendat documentul',
  'history.resumed': '{who} a reluat documentul',
  'history.withdrawn': '{who} a retras documentul la {node}',
  'history.returned': '{who} a întors documentul la {node}',
  'history.moved': '{who} a mutat documentul pe versiunea nouă',
  'history.ended': 'Traseul s-a încheiat: {node}',
}
