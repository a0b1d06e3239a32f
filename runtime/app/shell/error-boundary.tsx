import { Button } from '@mantine/core'
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react'
import { Component, type ReactNode } from 'react'
import { useTexts } from '../language/texts.tsx'
import { Face } from '../ui/list-faces.tsx'

/** A fault of ours in one page leaves the rest of the program usable; going elsewhere tries again. React offers this to classes only. */
export class ErrorBoundary extends Component<{ path: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override componentDidUpdate(before: { path: string }): void {
    if (this.state.broken && before.path !== this.props.path) this.setState({ broken: false })
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const { t } = useTexts()
  return (
    <Face
      icon={IconAlertCircle}
      title={t('shell.broken.title')}
      text={t('shell.broken.text')}
      alert
      steps={
        <Button leftSection={<IconRefresh size={16} />} onClick={() => location.reload()}>
          {t('shell.broken.way')}
        </Button>
      }
    />
  )
}
