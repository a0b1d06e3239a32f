import { ActionIcon, Menu } from '@mantine/core'
import { IconCalendarSearch, IconDots, IconLink } from '@tabler/icons-react'
import type { AvailableAction, DocumentAnswer } from '../../api/answers.ts'
import { useTexts } from '../language/texts.tsx'
import actions from './actions/actions.module.css'
import { type DocumentCommand, documentCommands } from './actions/command-dialog.tsx'

interface DocumentMenuProps {
  readonly document: DocumentAnswer
  readonly size: number
  readonly onCopyLink: () => void
  readonly onPast: () => void
  readonly onAction: (action: AvailableAction) => void
  readonly onCommand: (command: DocumentCommand) => void
}

/** What can be done beside the main buttons: the link, another day, what works anywhere, commands on the whole document. */
export function DocumentMenu({ document, size, onCopyLink, onPast, onAction, onCommand }: DocumentMenuProps) {
  const { t, of } = useTexts()
  const anywhere = document.actions.filter(({ place }) => place === 'anywhere')
  const commands = documentCommands.filter(({ id }) => document.commands.includes(id))
  return (
    <Menu width={240} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={size} aria-label={t('document.more')}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLink size={16} />} onClick={onCopyLink}>
          {t('document.copyLink')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCalendarSearch size={16} />} onClick={onPast}>
          {t('document.past')}
        </Menu.Item>
        {commands.length + anywhere.length > 0 && <Menu.Divider />}
        {commands.map((command) => (
          <Menu.Item key={command.id} onClick={() => onCommand(command)}>
            {t(`command.${command.id}`)}
          </Menu.Item>
        ))}
        {anywhere.map((action) => (
          <Menu.Item
            key={action.action}
            className={action.color === 'red' ? actions.red : undefined}
            disabled={!action.enabled}
            onClick={() => onAction(action)}
          >
            {of(action.label)}…
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
