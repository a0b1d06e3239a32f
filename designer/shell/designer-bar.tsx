import { Button, SegmentedControl } from '@mantine/core'
import { IconAlertCircle, IconBulb, IconCircleCheck, IconGitBranch, IconPlayerPlay } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { usePage } from '../../runtime/app/shell/page.tsx'
import { Status } from '../../runtime/app/ui/status.tsx'
import { Tag } from '../../runtime/app/ui/tag.tsx'
import { useWidth } from '../../runtime/app/ui/use-width.ts'
import { useWords } from '../language/words.tsx'
import { keyOf, type Target } from '../model/workspace.ts'
import { useFailing } from '../simulation/use-failing.ts'
import { useDraft, useWorkspace } from '../workspace/workspace-provider.tsx'
import classes from './designer-bar.module.css'
import { SavedState } from './saved-state.tsx'
import { UndoButtons } from './undo-buttons.tsx'

interface DesignerBarProps<View extends string> {
  readonly target: Target
  /** The ways to look at this definition, one model behind them all; left out where there is one. */
  readonly views?: readonly View[]
  readonly view?: View
  readonly onView?: (view: View) => void
  /** Opens the list of findings. */
  readonly onFindings?: () => void
  readonly children?: ReactNode
}

/** On top of a definition: its name, how it stands to what is in use, the ways to look at it, whether it is saved, what was found. */
export function DesignerBar<View extends 'canvas' | 'table' | 'sentences' | 'text'>({
  target,
  views,
  view,
  onView,
  onFindings,
  children,
}: DesignerBarProps<View>) {
  const { t, of } = useWords()
  const width = useWidth()
  const { workspace, release, server } = useWorkspace()
  const { body, findings } = useDraft(target.kind, target.id)
  const key = keyOf(target)
  const name = of(body?.label) || target.id
  usePage(name, [
    { label: t('designer.title'), href: '/designer' },
    { label: t(`kind.${target.kind}`), href: `/designer#${target.kind}` },
  ])
  const state = !workspace.released.has(key)
    ? t('designer.isNew')
    : workspace.drafts.has(key) || server.has(key)
      ? t('designer.overVersion', { version: release })
      : t('designer.asInUse', { version: release })
  const problems = findings.filter(({ level }) => level === 'problem').length
  const hints = findings.length - problems
  const differing = useFailing()(target).length
  return (
    <div className={classes.bar}>
      <h1 className={`${classes.name} cut`}>{name}</h1>
      {width !== 'phone' && (
        <span className={classes.wide}>
          <Tag icon={IconGitBranch}>{state}</Tag>
        </span>
      )}
      {views && view && (
        <SegmentedControl
          size="xs"
          ml={width === 'phone' ? 0 : 8}
          aria-label={t('designer.views')}
          value={view}
          onChange={(next) => onView?.(next as View)}
          data={views.map((each) => ({ value: each, label: t(`view.${each as 'canvas'}`) }))}
        />
      )}
      {children}
      <span className={classes.grow} />
      {view !== 'canvas' && <UndoButtons />}
      <SavedState />
      <span className={classes.rule} />
      <button type="button" className={classes.findings} onClick={onFindings} aria-label={foundWords(t, problems, hints, differing)}>
        {problems > 0 && (
          <Status tone="red" icon={IconAlertCircle}>
            {t('findings.problems', { count: problems })}
          </Status>
        )}
        {hints > 0 && (
          <Status tone="amber" icon={IconBulb}>
            {t('findings.hints', { count: hints })}
          </Status>
        )}
        {differing > 0 && (
          <Status tone="amber" icon={IconPlayerPlay}>
            {t('rehearsals.count', { count: differing })}
          </Status>
        )}
        {problems + hints + differing === 0 && (
          <Status tone="green" icon={IconCircleCheck} bare>
            {t('findings.none')}
          </Status>
        )}
      </button>
      {width !== 'phone' && (
        <>
          <span className={classes.rule} />
          <Button
            component={Link}
            href={`/designer/try/${target.kind}/${target.id}`}
            size="xs"
            variant="default"
            leftSection={<IconPlayerPlay size={15} />}
          >
            {t('do.tryIt')}
          </Button>
          <PublishButton />
        </>
      )}
    </div>
  )
}

/** Never greyed out: its page begins with what stands in the way. */
export function PublishButton({ size = 'xs' }: { size?: 'xs' | 'sm' }) {
  const { t } = useWords()
  const { workspace } = useWorkspace()
  const count = workspace.drafts.size
  return (
    <Button component={Link} href="/designer/publish" size={size} variant={count > 0 ? 'filled' : 'default'}>
      {count > 0 ? t('do.publish', { count }) : t('do.publish.none')}
    </Button>
  )
}

function foundWords(t: ReturnType<typeof useWords>['t'], problems: number, hints: number, differing: number): string {
  if (problems + hints + differing === 0) return t('findings.none')
  return [
    problems > 0 && t('findings.problems', { count: problems }),
    hints > 0 && t('findings.hints', { count: hints }),
    differing > 0 && t('rehearsals.count', { count: differing }),
  ]
    .filter(Boolean)
    .join(' ')
}
