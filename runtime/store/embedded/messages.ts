// What the bridge and its worker say to each other. Everything here must survive structured cloning.

/** Given to the worker when it starts. Without `folder` the database lives in memory only. */
export interface WorkerStart {
  readonly folder: string | null
  /** A dump to begin with, as `dump` answers it. */
  readonly load: Uint8Array | null
  /** Rows that one answer may have: a larger one is refused, because it would be copied whole between the threads. */
  readonly maxRows: number
}

export type Ask = { readonly id: number } & (
  | { readonly do: 'query'; readonly text: string; readonly params: readonly unknown[]; readonly asArrays: boolean }
  | { readonly do: 'exec'; readonly text: string }
  | { readonly do: 'dump' }
  | { readonly do: 'close' }
)

export interface QueryAnswer {
  readonly rows: unknown[]
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
  readonly affectedRows?: number
}

/** The parts of a PostgreSQL error that can be cloned: an error itself carries functions and cannot. */
export interface ErrorAnswer {
  readonly message: string
  readonly code?: string
  /** As PostgreSQL names it in every language: ERROR, FATAL or PANIC. */
  readonly severity?: string
  readonly detail?: string
  readonly hint?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
  readonly position?: string
  readonly where?: string
}

export type Say =
  | { readonly ready: true }
  | { readonly failed: ErrorAnswer }
  | { readonly note: readonly [channel: string, payload: string] }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: ErrorAnswer }
