import type { Sql } from 'postgres'

/**
 * Fills the registry with copies of a contract that is being approved, apart in amount, title and time. They have no events:
 * they are there to be listed, and are taken out before the store is verified.
 */
export async function growContracts(sql: Sql, contract: string, documents: number): Promise<void> {
  await sql.unsafe(`insert into document (id, type, program, schema, number, title, status, process, card, derived, readers, rev, card_rev, head_sequence,
      head_hash, author, created_at, updated_at, closed_at, search)
    select gen_random_uuid(), d.type, d.program, d.schema, d.number, d.title, d.status, d.process,
      d.card || jsonb_build_object('amount', n::bigint * 7919 % 1000000), d.derived, d.readers, 1, 1, d.head_sequence, d.head_hash, d.author,
      d.created_at - n * interval '1 minute', d.updated_at, d.closed_at, d.search
    from document d, generate_series(1, ${documents}) n where d.type = 'contract' and d.id = '${contract}'`)
  // As a server's own sweeper does within a minute: plans made while the tables were empty are made anew.
  await sql.unsafe('analyze')
}
