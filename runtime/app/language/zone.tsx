import { createContext, useContext } from 'react'

/** The time zone in which the office works, and so the one in which every moment is shown; the browser's until the site is known. */
const ZoneContext = createContext(Intl.DateTimeFormat().resolvedOptions().timeZone)

export const ZoneProvider = ZoneContext.Provider

export const useZone = (): string => useContext(ZoneContext)
