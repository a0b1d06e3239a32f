import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

export interface Crumb {
  readonly label: string
  readonly href?: string
}
interface PageInfo {
  readonly title: string
  readonly crumbs: readonly Crumb[]
  /** Where the phone's arrow leads; none shows the sign of the house instead. */
  readonly back?: string | undefined
}

const nothing: PageInfo = { title: '', crumbs: [] }
const InfoContext = createContext<PageInfo>(nothing)
const SetContext = createContext<(info: PageInfo) => void>(() => {})

export function PageProvider({ children }: { children: ReactNode }) {
  const [info, setInfo] = useState(nothing)
  return (
    <SetContext value={setInfo}>
      <InfoContext value={info}>{children}</InfoContext>
    </SetContext>
  )
}

/** What the page on the sheet calls itself. */
export const usePageInfo = (): PageInfo => useContext(InfoContext)

/** A screen says where it is: the browser's title, the crumbs on top, the phone's header. */
export function usePage(title: string, crumbs: readonly Crumb[] = []): void {
  const set = useContext(SetContext)
  const path = JSON.stringify(crumbs)
  const info = useMemo<PageInfo>(() => {
    const steps = JSON.parse(path) as Crumb[]
    return { title, crumbs: steps, back: steps.at(-1)?.href }
  }, [title, path])
  useEffect(() => {
    document.title = title ? `${title} · Dosar` : 'Dosar'
    set(info)
  }, [title, info, set])
}
