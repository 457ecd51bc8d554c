import { KeyOutlined } from '@ant-design/icons'
import type { VaultError } from '../../../shared/errors.ts'
import { WizardChoose } from '../../components/wizard/WizardChoose.tsx'
import { WizardProblem } from '../../components/wizard/WizardProblem.tsx'
import { useText } from '../../i18n/text.ts'

type Props = { problem: VaultError | undefined; isBusy: boolean; onChoose(): void }

/** Where the file is chosen. */
export function ForeignChoose({ problem, isBusy, onChoose }: Props) {
  const { choose, problems } = useText().exchange
  return (
    <WizardChoose
      words={choose}
      icon={<KeyOutlined aria-hidden />}
      problem={<WizardProblem error={problem} words={problems} />}
      isBusy={isBusy}
      onChoose={onChoose}
    >
      {choose.bitwarden}
    </WizardChoose>
  )
}
