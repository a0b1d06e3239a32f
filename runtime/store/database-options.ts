export interface DatabaseOptions {
  /** `postgres://…`; without it the database is embedded. */
  readonly url?: string | undefined
  /** Where the embedded database lies; without it (and without `url`) it lives in memory. */
  readonly dataFolder?: string | undefined
  /** Milliseconds that one statement may take. */
  readonly statementTimeout?: number
  /** Connections to a server. */
  readonly connections?: number
  /** A dump to begin an embedded database in memory with. */
  readonly load?: Uint8Array
}
