import type { Program } from '../approval/program.ts'
import { linksOf } from '../card/links.ts'
import { uniqueValuesOf } from '../card/unique-values.ts'
import type { DocumentEvent } from '../document/event.ts'
import { SINGLE } from '../document/fact-reader.ts'
import type { Reference } from '../document/looking-at.ts'
import type { Document } from '../document/state.ts'
/** A document as the office in memory keeps it: what the store would have in its row and its stream. */
export interface KeptDocument {
  readonly document: Document
  /** The one that it is pinned to. */
  readonly program: Program
  readonly events: readonly DocumentEvent[]
}

/** The documents of an office in memory, and the look-ups that the store answers by its link and unique tables. */
export class OfficeShelf {
  readonly #kept = new Map<string, KeptDocument>()

  get all(): readonly KeptDocument[] {
    return [...this.#kept.values()]
  }

  get({ type, id }: Reference): KeptDocument | undefined {
    return id === SINGLE ? this.all.find(({ document }) => document.type === type) : this.#kept.get(`${type}/${id}`)
  }

  put(kept: KeptDocument): void {
    this.#kept.set(`${kept.document.type}/${kept.document.id}`, kept)
  }

  /** The documents that point at one by these fields of these types, as they are now; each once. */
  children(from: readonly { readonly type: string; readonly field: string }[], to: Reference): readonly Document[] {
    return this.all
      .filter(({ document, program }) => {
        const by = from.filter(({ type }) => type === document.type)
        return (
          by.length > 0 &&
          linksOf(program.type, document.card).some((link) => link.to.id === to.id && by.some(({ field }) => field === link.field))
        )
      })
      .map(({ document }) => document)
  }

  /** The documents that point at one by whatever field. */
  pointingAt(to: Reference): readonly Document[] {
    return this.all
      .filter(({ document, program }) =>
        linksOf(program.type, document.card).some((link) => link.to.type === to.type && link.to.id === to.id),
      )
      .map(({ document }) => document)
  }

  /** A value of this document that another one of its type has already, where it must be unique. */
  twinOf(program: Program, { id, type, card }: Document): { readonly field: string; readonly twin: Reference } | null {
    for (const { field, value } of uniqueValuesOf(program.type, card)) {
      const twin = this.all.find(
        (other) =>
          other.document.type === type &&
          other.document.id !== id &&
          uniqueValuesOf(other.program.type, other.document.card).some((theirs) => theirs.field === field && theirs.value === value),
      )
      if (twin) return { field, twin: { type, id: twin.document.id } }
    }
    return null
  }
}
