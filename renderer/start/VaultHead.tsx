import { useStartText } from '../i18n/start-text.ts'
import type { VaultPlace } from './use-choose-vault.ts'

type Props = {
  vault: VaultPlace
  /** It is about to be made there. */
  isNew?: boolean
}

/** Which vault the form is about, and where it lies. */
export function VaultHead({ vault: { fileName, folder }, isNew = false }: Props) {
  const { start } = useStartText()
  const Name = isNew ? 'h2' : 'strong'
  return (
    <div className="start-vault">
      <Name className="ellipsis" title={fileName}>
        {fileName}
      </Name>
      <span className="start-hint ellipsis" title={folder}>
        {isNew ? start.createIn(folder) : folder}
      </span>
    </div>
  )
}
