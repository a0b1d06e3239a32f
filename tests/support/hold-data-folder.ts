// A process of its own for the tests of the lock: opens the data folder and stays, writing a row now and then.
import { openDatabase } from '../../runtime/store/open-database.ts'

const opening = await openDatabase({ dataFolder: process.argv[2] })
if (!opening.ok) {
  console.log(JSON.stringify(opening.problem))
  process.exit(1)
}
await opening.database.migrate()
await opening.database.query(`update site set name = 'written before the kill'`)
console.log('open')
setInterval(() => {}, 60_000)
