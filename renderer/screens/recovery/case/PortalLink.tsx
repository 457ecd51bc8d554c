import { ExportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useTell } from '../../../workspace/use-tell.ts'

/** Addresses as shown; main opens its own list by the name alone. */
const ADDRESSES = {
  'miit-filing': 'https://beian.miit.gov.cn',
  'police-filing': 'https://beian.mps.gov.cn',
} as const

/** Opens the portal of a step in the browser, with the address in sight. */
export function PortalLink({ link }: { link: keyof typeof ADDRESSES }) {
  const { recovery } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  return (
    <div className="portal-link">
      <Button
        icon={<ExportOutlined aria-hidden />}
        onClick={() => void call('shell.openLink', { link }).catch(tell.failed)}
      >
        {recovery.portal[link]}
      </Button>
      <span className="mono faint">{ADDRESSES[link]}</span>
    </div>
  )
}
