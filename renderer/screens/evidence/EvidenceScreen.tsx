import { Button } from 'antd'
import { type SyntheticEvent, useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import type { VaultError } from '../../../shared/errors.ts'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import './evidence.css'

/** What the opener found wrong, and the comparison with a backup. Never a repair. */
export function EvidenceScreen() {
  const { evidence, frame } = useText()
  const go = useApp((state) => state.go)
  const findings = useApp((state) => state.status?.session?.findings) ?? []
  return (
    <>
      <ScreenHeader title={frame.screens.evidence} note={evidence.found(findings.length)}>
        <Button onClick={() => go('backups')}>{evidence.restore}</Button>
      </ScreenHeader>
      <div className="screen-scroll evidence">
        <p className="soft">{evidence.lead}</p>
        <table className="evidence-table">
          <thead>
            <tr>
              <th scope="col">{evidence.what}</th>
              <th scope="col">{evidence.where}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while the vault is open
              <tr key={index}>
                <td>{evidence.codes[finding.code] ?? finding.code}</td>
                <td className="soft">
                  {finding.title ??
                    (finding.recordId === undefined ? evidence.wholeFile : evidence.unnamed)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{evidence.next}</h2>
        <ol className="evidence-steps">
          {evidence.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <CompareWithBackup />
      </div>
    </>
  )
}

type Comparison = NonNullable<CallOutput<'vault.compareWithBackup'>>

function CompareWithBackup() {
  const { evidence } = useText()
  const call = useApp((state) => state.call)
  const [passphrase, setPassphrase] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [comparison, setComparison] = useState<Comparison>()
  const [problem, setProblem] = useState<VaultError>()

  const compare = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (passphrase === '') return
    setWorking(true)
    setProblem(undefined)
    setPassphrase('')
    try {
      const found = await call('vault.compareWithBackup', { passphrase })
      if (found !== undefined) setComparison(found)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setWorking(false)
    }
  }

  return (
    <form className="evidence-compare" onSubmit={(event) => void compare(event)}>
      <h2>{evidence.compareTitle}</h2>
      <p className="soft">{evidence.compareText}</p>
      {problem && <Problem error={problem} />}
      <PassphraseInput
        id="backup-passphrase"
        label={evidence.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        disabled={isWorking}
      />
      <div>
        <Button type="primary" htmlType="submit" loading={isWorking} disabled={passphrase === ''}>
          {isWorking ? evidence.comparing : evidence.compare}
        </Button>
      </div>
      {comparison !== undefined && (
        <div role="status">
          <strong>
            {comparison.differences.length === 0
              ? evidence.same
              : evidence.differences(comparison.differences.length)}
          </strong>
          <ul>
            {comparison.differences.map((difference) => (
              <li key={difference.recordId} className="evidence-difference">
                <span>{difference.title ?? evidence.unnamed}</span>
                <span className="faint">{evidence.difference[difference.kind]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  )
}
