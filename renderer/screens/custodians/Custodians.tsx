import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { CustodianLine, CustodiansView } from '../../../shared/custodians.ts'
import { Section } from '../../components/Setting.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useSeesSecrets } from '../../hooks/use-sees-secrets.ts'
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
  const isAuditor = !useSeesSecrets()
  const [edited, setEdited] = useState<CustodianLine>()
  const [isAdding, setAdding] = useState(false)

  return (
    <div className="settings custodians">
      {problem && <Problem error={problem} />}
      {view?.isAlone && <AloneWarning view={view} onAdd={() => setAdding(true)} />}
      {view && (
        <Section title={words.title} note={words.note(openers(view, false), openers(view, true))}>
          {view.custodians.map((line) => (
            <CustodianRow
              key={line.custodianId}
              line={line}
              onEdit={() => setEdited(line)}
              onChanged={reload}
            />
          ))}
          {!isAuditor && !(view.isAlone && canWrite) && (
            <div className="custodian-add">
              <Button disabled={!canWrite} onClick={() => setAdding(true)}>
                {words.add}
              </Button>
            </div>
          )}
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

/** How many can open: the auditors, who see the ledger only, or those who see everything. */
function openers({ custodians }: CustodiansView, areAuditors: boolean): number {
  return custodians.filter(({ canOpen, role }) => canOpen && (role === 'auditor') === areAuditors)
    .length
}

function AloneWarning({ view, onAdd }: { view: CustodiansView; onAdd(): void }) {
  const { custodians: words } = useText()
  const canWrite = useCanWrite()
  const isAuditor = !useSeesSecrets()
  const hasSplit = view.companyWays.some(({ split }) => split !== undefined)
  return (
    <Alert
      type="warning"
      showIcon
      title={openers(view, true) > 0 ? words.aloneBesideAuditors : words.alone}
      description={
        <>
          {hasSplit ? words.aloneWithSplit : words.aloneRisk}
          {isAuditor ? words.aloneRemind(hasSplit) : words.aloneDo(hasSplit)}
        </>
      }
      action={
        canWrite && (
          <Button type="primary" onClick={onAdd}>
            {words.add}
          </Button>
        )
      }
    />
  )
}
