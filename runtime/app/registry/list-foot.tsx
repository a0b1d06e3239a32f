import { Button } from '@mantine/core'
import type { useRegistry } from '../data/registry.ts'
import { useTexts } from '../language/texts.tsx'
import { useFormats } from '../language/use-formats.ts'
import classes from './registry-screen.module.css'

interface ListFootProps {
  readonly list: ReturnType<typeof useRegistry>
  readonly shown: number
  readonly count: { readonly total: number; readonly capped: boolean } | undefined
}

/** How many are shown of how many there are, capped ("1,000+"), and the next ones. */
export function ListFoot({ list, shown, count }: ListFootProps) {
  const { t } = useTexts()
  const { number } = useFormats()
  const total = count ? `${number(count.total)}${count.capped ? '+' : ''}` : null
  return (
    <footer className={classes.foot}>
      <span role="status">
        {total !== null && (list.hasNextPage ? t('registry.shownOf', { shown, total }) : t('registry.shown', { count: shown }))}
      </span>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('do.showMore')}
        </Button>
      )}
    </footer>
  )
}
