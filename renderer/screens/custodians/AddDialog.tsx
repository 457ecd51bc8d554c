import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { JoinRequestView } from '../../../shared/custodians.ts'
import { useText } from '../../i18n/text.ts'
import { ChooseRequest } from './ChooseRequest.tsx'
import { CompareWords } from './CompareWords.tsx'
import { Invited, type InvitedFacts } from './Invited.tsx'

/** Lets somebody join: their request is read, its words are compared, then they are let in. */
export function AddDialog({ onClose }: { onClose(): void }) {
  const { custodians: words } = useText()
  const [request, setRequest] = useState<JoinRequestView>()
  const [invited, setInvited] = useState<InvitedFacts>()
  const [hasDiffered, setDiffered] = useState(false)

  return (
    <Modal
      open
      width={580}
      title={words.join.title}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        (invited !== undefined || hasDiffered) && (
          <Button type="primary" onClick={onClose}>
            {words.done}
          </Button>
        )
      }
    >
      <div className="start-form settings-form">
        {hasDiffered ? (
          <div role="alert" className="problem">
            <strong>{words.join.differTitle}</strong>
            <p>{words.join.differText}</p>
          </div>
        ) : invited !== undefined ? (
          <Invited {...invited} />
        ) : request === undefined ? (
          <ChooseRequest onRead={setRequest} />
        ) : (
          <CompareWords
            request={request}
            onInvited={setInvited}
            onDiffer={() => setDiffered(true)}
          />
        )}
      </div>
    </Modal>
  )
}
