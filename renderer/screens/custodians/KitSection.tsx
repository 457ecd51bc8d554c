import { Button } from 'antd'
import { useState } from 'react'
import type { CustodiansView } from '../../../shared/custodians.ts'
import { Section, Setting } from '../../components/Setting.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useSeesSecrets } from '../../hooks/use-sees-secrets.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { SplitKitDialog } from './SplitKitDialog.tsx'

/** 恢复包: one's own, and the company's in parts. */
export function KitSection({ view, onChanged }: { view: CustodiansView; onChanged(): void }) {
  const { custodians: words } = useText()
  const { kits } = words
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const seesSecrets = useSeesSecrets()
  const [isSplitting, setSplitting] = useState(false)
  const all = [...view.companyWays, ...view.custodians.flatMap(({ ways }) => ways)].filter(
    ({ kind }) => kind === 'recovery-kit',
  )
  const split = all.find((way) => way.split !== undefined)?.split
  const hasOwn = view.custodians.some(
    ({ isSelf, ways }) =>
      isSelf && ways.some((way) => way.kind === 'recovery-kit' && way.split === undefined),
  )
  const ownNone = split === undefined ? kits.ownNone : kits.ownNoneButSplit
  return (
    <Section title={kits.title}>
      {/* A kit opens everything: an auditor has none. */}
      {seesSecrets && (
        <Setting label={kits.own} hint={hasOwn ? kits.ownHas : ownNone}>
          <Button disabled={!canWrite} onClick={() => showForm({ form: 'kit' })}>
            {hasOwn ? kits.remake : kits.make}
          </Button>
        </Setting>
      )}
      <Setting
        label={kits.split}
        hint={split === undefined ? kits.splitNone : kits.splitHas(split.holders.join('、'))}
      >
        <Button disabled={!canWrite} onClick={() => setSplitting(true)}>
          {split === undefined ? kits.make : kits.remake}
        </Button>
      </Setting>
      {isSplitting && (
        <SplitKitDialog
          onClose={() => {
            setSplitting(false)
            onChanged()
          }}
        />
      )}
    </Section>
  )
}
