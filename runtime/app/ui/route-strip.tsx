import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconDots } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { StripBlock, StripItem } from '../../engine/approval/strip.ts'
import { useTexts } from '../language/texts.tsx'
import classes from './route-strip.module.css'
import { currentSteps, foldStrip, isHere, lastDone, mostSteps, standing } from './route-strip-parts.ts'
import { Step, type StripReader, StripReaderProvider } from './route-strip-step.tsx'
import { useWidth } from './use-width.ts'

interface RouteStripProps extends StripReader {
  readonly items: readonly StripItem[]
  /** In a preview: without questions, and no longer than four steps. */
  readonly compact?: boolean
}

/**
 * The route of a document: what is done, where it stands, what may follow. On a desk dots on a line, a block as a dashed
 * frame between two bars with a lane for each branch; on a phone segments and the current step, the rest on demand.
 * To a screen reader it is an ordered list on both. Draws nothing for a document without a route.
 */
export function RouteStrip({ items, people, me, compact }: RouteStripProps) {
  const width = useWidth()
  if (items.length === 0) return null
  return (
    <StripReaderProvider value={{ people, me }}>
      {width === 'phone' ? <Segments items={items} /> : <Line items={items} compact={compact ?? false} />}
    </StripReaderProvider>
  )
}

function Line({ items, compact }: { items: readonly StripItem[]; compact: boolean }) {
  const { t } = useTexts()
  const [unfolded, unfold] = useState(false)
  const drawn = compact && !unfolded ? items.filter(({ kind }) => kind !== 'decision') : items
  const { folded, shown, ahead } = unfolded ? { folded: [], shown: items, ahead: [] } : foldStrip(drawn, compact ? 4 : mostSteps)
  const section = useRef<HTMLElement>(null)
  // Where it stands comes into sight, without moving the page.
  useEffect(() => {
    const here = section.current?.querySelector<HTMLElement>('[aria-current]')
    if (here && section.current) section.current.scrollLeft = here.offsetLeft - 120
  }, [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={section} className={classes.strip} aria-label={t('strip.route')} tabIndex={0}>
      <ol className={classes.line}>
        {folded.length > 0 && (
          <li className={classes.item}>
            <UnstyledButton className={classes.folded} onClick={() => unfold(true)}>
              <IconDots size={14} aria-hidden />
              {t('strip.folded', { count: folded.length })}
            </UnstyledButton>
          </li>
        )}
        {shown.map((item, index) => (
          <li key={item.kind === 'block' ? item.fork : item.node} className={classes.item} aria-current={isHere(item) ? 'step' : undefined}>
            {(index > 0 || folded.length > 0) && <span className={classes.link} data-state={linkState(item)} aria-hidden />}
            {item.kind === 'block' ? <Block block={item} /> : <Step step={item} />}
          </li>
        ))}
        {ahead.length > 0 && (
          <li className={classes.item}>
            <span className={classes.link} data-state="next" aria-hidden />
            <UnstyledButton className={classes.ahead} onClick={() => unfold(true)}>
              {t('strip.ahead', { count: ahead.length })}
            </UnstyledButton>
          </li>
        )}
      </ol>
    </section>
  )
}

/** The line that leads to an item has its colour, so that what was travelled is one green line. */
const linkState = ({ state }: StripItem) => (state === 'late' || state === 'now' ? 'done' : state)

function Block({ block }: { block: StripBlock }) {
  const { t, of } = useTexts()
  const rule = useRule(block)
  return (
    <div className={classes.block} data-state={block.state}>
      <span className={classes.rule}>
        <span className="sr-only">{of(block.label)}, </span>
        {rule}
        <span className="sr-only">, {t(`strip.${block.state}`)}</span>
      </span>
      <ul className={classes.lanes}>
        {block.lanes.map((lane) => (
          <li key={lane.map((item) => (item.kind === 'block' ? item.fork : item.node)).join()}>
            <ol className={classes.lane}>
              {lane.map((item, index) => (
                <li key={item.kind === 'block' ? item.fork : item.node} className={classes.inLane}>
                  {index > 0 && <span className={classes.link} data-state={linkState(item)} aria-hidden />}
                  {item.kind === 'block' ? <Block block={item} /> : <Step step={item} faces />}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** "At the same time, wait for all", "…, at least 2". */
function useRule({ rule }: StripBlock): string {
  const { t } = useTexts()
  if (rule === 'all') return t('strip.all')
  return rule === 'any' ? t('strip.any') : t('strip.atLeast', { count: rule.atLeast })
}

function Segments({ items }: { items: readonly StripItem[] }) {
  const { t, of } = useTexts()
  const [opened, open] = useState(false)
  const here = standing(items)
  const ended = here ? null : lastDone(items)
  const steps = here ? currentSteps(here.item) : ended ? [ended] : []
  const Chevron = opened ? IconChevronUp : IconChevronDown
  return (
    <section className={classes.phone} aria-label={t('strip.route')}>
      <UnstyledButton className={classes.summary} aria-expanded={opened} onClick={() => open(!opened)}>
        <span className={classes.segments} aria-hidden>
          {items
            .filter(({ kind }) => kind !== 'decision')
            .map((item) => (
              <span key={item.kind === 'block' ? item.fork : item.node} data-state={item.state} />
            ))}
        </span>
        <span className={classes.where}>
          <span>
            {here ? t('strip.stepOf', { at: here.at, of: here.of }) : t('strip.ended')}
            {here?.item.kind === 'block' && of(here.item.label) && ` · ${of(here.item.label)}`}
          </span>
          <span className={classes.more}>
            {t(opened ? 'strip.less' : 'strip.whole')}
            <Chevron size={14} aria-hidden />
          </span>
        </span>
      </UnstyledButton>
      {!opened && (
        <ul className={classes.current}>
          {steps.map((step) => (
            <li key={step.node} className={classes.row}>
              <Step step={step} faces />
            </li>
          ))}
        </ul>
      )}
      <ol className={opened ? classes.current : 'sr-only'}>
        {items.map((item) =>
          item.kind === 'block' ? (
            <li key={item.fork}>
              <Block block={item} />
            </li>
          ) : (
            <li key={item.node} className={classes.row} aria-current={isHere(item) ? 'step' : undefined}>
              <Step step={item} />
            </li>
          ),
        )}
      </ol>
    </section>
  )
}
