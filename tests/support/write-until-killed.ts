// A process of its own for the test of durability: writes documents to a data folder and says each one that was
// acknowledged, until it is killed.

import { readDocument, writeDocument } from '../../runtime/store/documents.ts'
import { openDatabase } from '../../runtime/store/open-database.ts'
import { ensurePartition } from '../../runtime/store/partitions.ts'
import { action, assignment, creation, noAgenda } from './a-document.ts'

const opening = await openDatabase({ dataFolder: process.argv[2] })
if (!opening.ok) throw new Error(JSON.stringify(opening.problem))
const { database } = opening
await database.migrate()
await database.transaction((tx) => ensurePartition(tx, 'contract'))

for (;;) {
  const write = creation({ agenda: { ...noAgenda, assignments: [assignment()] } })
  const { type, id } = write.document
  if ((await writeDocument(database, write)).kind !== 'written') throw new Error('not written')
  process.stdout.write(`${id} 1\n`)
  const stored = (await readDocument(database, type, id))!
  if ((await writeDocument(database, action(stored))).kind !== 'written') throw new Error('not written')
  process.stdout.write(`${id} 2\n`)
}
