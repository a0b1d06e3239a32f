import { IconArrowLeft, IconArrowRight, IconHierarchy } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useWords } from '../language/words.tsx'
import { definitionAt, definitionsOf } from '../model/workspace.ts'
import { useEditing } from './parts/editing.tsx'
import { PagePart } from './parts/page-part.tsx'
import classes from './views.module.css'

/** What documents of this type point at, what points at them, and what is created from them. */
export function RelationsView() {
  const { t, of } = useWords()
  const { body: type, workspace } = useEditing('document-type')
  const out = type.fields.flatMap((field) => (field.type === 'link' && !field.retired ? [field] : []))
  const back = definitionsOf(workspace, 'document-type').flatMap((other) =>
    other.fields.flatMap((field) => (field.type === 'link' && !field.retired && field.to.includes(type.id) ? [{ other, field }] : [])),
  )
  const nameOf = (id: string) => of(definitionAt(workspace, 'document-type', id)?.label) || id
  return (
    <>
      <PagePart title={t('relations.out')} text={t('relations.out.text')}>
        {out.length === 0 && <p className={classes.none}>{t('relations.none')}</p>}
        <ul className={classes.relations}>
          {out.map((field) => (
            <li key={field.id}>
              {field.parent ? <IconHierarchy size={16} aria-hidden /> : <IconArrowRight size={16} aria-hidden />}
              <span>
                <b>{of(field.label)}</b>{' '}
                {field.to.map((id, index) => (
                  <span key={id}>
                    {index > 0 && ', '}
                    <Link href={`/designer/document-type/${id}`}>{nameOf(id)}</Link>
                  </span>
                ))}
                {field.parent && <span className={classes.aside}>{t('relations.parent')}</span>}
                {field.back && <span className={classes.aside}>{t('relations.seenAs', { name: of(field.back.label) })}</span>}
              </span>
            </li>
          ))}
        </ul>
      </PagePart>
      <PagePart title={t('relations.in')} text={t('relations.in.text')}>
        {back.length === 0 && <p className={classes.none}>{t('relations.none')}</p>}
        <ul className={classes.relations}>
          {back.map(({ other, field }) => (
            <li key={`${other.id}/${field.id}`}>
              <IconArrowLeft size={16} aria-hidden />
              <span>
                <b>{field.back ? of(field.back.label) : of(other.plural ?? other.label)}</b>{' '}
                <Link href={`/designer/document-type/${other.id}`}>{of(other.label)}</Link>
                <span className={classes.aside}>{of(field.label)}</span>
              </span>
            </li>
          ))}
        </ul>
      </PagePart>
      <PagePart title={t('relations.creates')} text={t('relations.creates.text')}>
        {(type.conversions ?? []).length === 0 && <p className={classes.none}>{t('relations.none')}</p>}
        <ul className={classes.relations}>
          {(type.conversions ?? []).map((conversion) => (
            <li key={conversion.id}>
              <IconArrowRight size={16} aria-hidden />
              <span>
                <b>{of(conversion.label)}</b> {conversion.creates.map((creation) => nameOf(creation.type)).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      </PagePart>
    </>
  )
}
