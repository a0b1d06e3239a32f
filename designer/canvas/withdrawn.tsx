import { createContext, useContext } from 'react'

/** The steps that the arrow under the pointer would end. */
export const WithdrawnContext = createContext<ReadonlySet<string>>(new Set())

/** Whether the arrow under the pointer would end this step: it is struck through. */
export const useWithdrawn = (step: string): boolean => useContext(WithdrawnContext).has(step)
