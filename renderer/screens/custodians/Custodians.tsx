import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { CustodianLine, CustodiansView } from '../../../shared/custodians.ts'
import { Section } from '../../components/Setting.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { AddDialog } from './AddDialog.tsx'
import { CustodianRow } from './CustodianRow.tsx'
import './custodians.css'
import { EditDialog } from './EditDialog.tsx'
import { KitSection } from './KitSection.tsx'
import { RuleSection } from './RuleSection.tsx'

/** 保管人: who can open the vault and how, who may join, kits, and what takes two persons. */
export function Custodians() {
  const { custodians: words } = useText()
  const { value: view, problem, reload } = useAnswer('custodians.list')
  const canWrite = useCanWrite()
  const [edited, setEdited] = useState<CustodianLine>()
  const [isAdding, setAdding] = useState(false)

  return (
    <div className="settings custodians">
      {problem && <Problem error={problem} />}
      {view?.isAlone && <AloneWarning canAdd={canWrite} onAdd={() => setAdding(true)} />}
      {view && (
        <Section title={words.title} note={words.note(openerCount(view))}>
          {view.custodians.map((line) => (
            <CustodianRow
              key={line.custodianId}
              line={line}
              onEdit={() => setEdited(line)}
              onChanged={reload}
            />
          ))}
          <div className="custodian-add">
            <Button disabled={!canWrite} onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          </div>
        </Section>
      )}
      {view && <KitSection view={view} onChanged={reload} />}
      {view && <RuleSection view={view} onChanged={reload} />}
      {edited && <EditDialog line={edited} onClose={() => setEdited(undefined)} />}
      {isAdding && (
        <AddDialog
          onClose={() => {
            setAdding(false)
            reload()
          }}
        />
      )}
    </div>
  )
}

function openerCount({ custodians }: CustodiansView): number {
  return custodians.filter(({ canOpen }) => canOpen).length
}

function AloneWarning({ canAdd, onAdd }: { canAdd: boolean; onAdd(): void }) {
  const { custodians: words } = useText()
  return (
    <Alert
      type="warning"
      showIcon
      title={words.alone}
      description={words.aloneText}
      action={
        canAdd && (
          <Button type="primary" onClick={onAdd}>
            {words.add}
          </Button>
        )
      }
    />
  )
}
