import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import type { KitsToTry, ShareDrill } from '../../../shared/backup-view.ts'
import type { ShareFinding } from '../../../shared/records/drill.ts'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { FormModal } from '../../forms/FormModal.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { RecoveryCodeInput } from '../../start/RecoveryCodeInput.tsx'
import { useApp } from '../../state/app-context.ts'

type Way = 'whole' | 'split'
type Result = { way: 'whole'; isPassed: boolean } | ({ way: 'split' } & ShareDrill)

type Props = { kits: KitsToTry; onClose(): void }

/** Codes from paper, checked without opening anything. They live in this dialog only. */
export function KitDrillDialog({ kits, onClose }: Props) {
  const { backups, common } = useText()
  const { kit } = backups
  const call = useApp((state) => state.call)
  const { isWorking, problem, run, forget } = useWork()
  const hasBoth = kits.hasWhole && kits.split !== undefined
  const [way, setWay] = useState<Way>(kits.hasWhole ? 'whole' : 'split')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [result, setResult] = useState<Result>()
  const codes = [first, second].filter((code) => code.trim() !== '')

  const change = (next: Way) => {
    setWay(next)
    setFirst('')
    setSecond('')
    setResult(undefined)
    forget()
  }

  const check = () =>
    run(async () => {
      setResult(undefined)
      const found: Result =
        way === 'whole'
          ? { way, ...(await call('drills.checkKit', { code: first })) }
          : { way, ...(await call('drills.checkShares', { codes })) }
      // What is mistyped stays, to be mended; what was checked is not needed any more.
      setFirst('')
      setSecond('')
      setResult(found)
      return true
    })

  return (
    <FormModal
      title={kit.title}
      okText={kit.check}
      cancelText={common.close}
      // A code is on paper: nothing is lost with it.
      isDirty={false}
      isSaving={isWorking}
      canSave={codes.length > 0}
      problem={problem}
      onSave={check}
      onClose={onClose}
      widthPx={560}
    >
      {hasBoth && (
        <Segmented<Way>
          aria-label={kit.atHand}
          value={way}
          onChange={change}
          options={[
            { value: 'whole', label: kit.whole },
            { value: 'split', label: kit.split },
          ]}
        />
      )}
      <p className="soft">
        {way === 'whole' ? kit.text : kit.splitText(kits.split?.holders ?? [])}
      </p>
      {result?.way === 'whole' && (
        <Alert
          showIcon
          type={result.isPassed ? 'success' : 'error'}
          title={result.isPassed ? kit.passed : kit.failed}
        />
      )}
      {result?.way === 'split' && <SharesFound found={result} />}
      <RecoveryCodeInput
        key={way}
        id="drill-code"
        label={way === 'whole' ? kit.code : kit.share}
        value={first}
        onChange={setFirst}
        disabled={isWorking}
      />
      {way === 'split' && (
        <RecoveryCodeInput
          id="drill-second-code"
          label={kit.otherShare}
          value={second}
          onChange={setSecond}
          disabled={isWorking}
        />
      )}
    </FormModal>
  )
}

const LOOKS: Readonly<Record<ShareFinding, TagLook>> = {
  right: ['good', 'check'],
  wrong: ['danger', 'triangle'],
  'older-kit': ['danger', 'bar'],
  'other-kit': ['danger', 'question'],
}

const ALERTS = { passed: 'success', partial: 'info', failed: 'error' } as const

/** What came of it as a whole, then each share with whose it is. */
function SharesFound({ found: { result, threshold, shares } }: { found: ShareDrill }) {
  const { kit } = useText().backups
  const missing = threshold - shares.length
  return (
    <Alert
      showIcon
      type={ALERTS[result]}
      title={result === 'partial' ? kit.partial(missing) : kit.splitResult[result]}
      description={
        <ul className="drill-shares">
          {shares.map(({ number, holder, finding }) => (
            <li key={`${number} ${finding}`}>
              <Tag look={LOOKS[finding]} word={kit.finding[finding](number, holder)} />
            </li>
          ))}
        </ul>
      }
    />
  )
}
