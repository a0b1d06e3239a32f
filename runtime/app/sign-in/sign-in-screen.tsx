import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useEntrance } from '../data/entrance.ts'
import { type Refusal, refusalSentence } from '../data/refusal.ts'
import { useSession } from '../data/session.ts'
import { frameProps } from '../fields/field-frame.tsx'
import { type Texts, useTexts } from '../language/texts.tsx'
import { Doorstep } from '../shell/doorstep.tsx'
import { usePage } from '../shell/page.tsx'
import { Note } from '../ui/note.tsx'
import { returnAddress } from './return-address.ts'
import classes from './sign-in-screen.module.css'

/** E-mail and password; afterwards one is back where one was. */
export function SignInScreen() {
  const texts = useTexts()
  const { t } = texts
  const site = useSession().data?.site
  const query = useSearch()
  const [, go] = useLocation()
  const { signIn } = useEntrance()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  usePage(t('signIn.title'))
  const send = async () => {
    setTried(true)
    if (!email.trim() || !password) return
    setBusy(true)
    const reply = await signIn(email.trim(), password)
    setBusy(false)
    if (reply.ok) go(returnAddress(query), { replace: true })
    else setRefusal(reply.refusal)
  }
  return (
    <Doorstep>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <div>
          <h1>{t('signIn.title')}</h1>
          {site?.name && <p className={classes.office}>{site.name}</p>}
        </div>
        {refusal && (
          <Note tone="red" alert>
            {signInSentence(refusal, texts)}
          </Note>
        )}
        <TextInput
          {...frameProps({
            label: t('signIn.email'),
            required: true,
            problem: tried && !email.trim() ? t('signIn.email.missing') : undefined,
          })}
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordInput
          {...frameProps({
            label: t('signIn.password'),
            required: true,
            problem: tried && !password ? t('signIn.password.missing') : undefined,
          })}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" loading={busy}>
          {t('signIn.do')}
        </Button>
        <p className={classes.help}>{t('signIn.help')}</p>
      </form>
    </Doorstep>
  )
}

/** The same sentence for an unknown address and a wrong password: nobody learns who works here. */
function signInSentence(refusal: Refusal, texts: Texts): string {
  if (refusal.status === 401 || refusal.status === 400 || refusal.status === 422) return texts.t('signIn.wrong')
  if (refusal.status === 429) return texts.t('signIn.tooOften')
  return refusalSentence(refusal, texts)
}
