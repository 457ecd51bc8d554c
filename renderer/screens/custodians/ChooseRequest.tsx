import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { JoinRequestView } from '../../../shared/custodians.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { MAX_PICTURE_BYTES, readQr } from './read-qr.ts'

/** Takes the request from its file, or from a picture of its QR code. */
export function ChooseRequest({ onRead }: { onRead(request: JoinRequestView): void }) {
  const { custodians: words } = useText()
  const call = useApp((state) => state.call)
  const work = useWork()
  const [refusal, setRefusal] = useState<string>()
  const picture = useRef<HTMLInputElement>(null)

  const chooseFile = () => {
    setRefusal(undefined)
    void work.run(async () => {
      const request = await call('custodians.chooseRequest')
      if (request !== undefined) onRead(request)
      return true
    })
  }

  const takePicture = (file: File | undefined) => {
    if (file === undefined) return
    setRefusal(undefined)
    if (file.size > MAX_PICTURE_BYTES) {
      setRefusal(words.join.qrTooLarge)
      return
    }
    void work.run(async () => {
      const code = await readQr(file)
      if (code === undefined || code.length > 4000) setRefusal(words.join.qrUnreadable)
      else onRead(await call('custodians.readRequest', { code }))
      return true
    })
  }

  return (
    <>
      <ol className="join-steps">
        {words.join.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {work.problem && <Problem error={work.problem} />}
      {refusal !== undefined && (
        <p role="alert" className="setting-danger">
          {refusal}
        </p>
      )}
      <div className="join-choice">
        <Button type="primary" disabled={work.isWorking} onClick={chooseFile}>
          {words.join.chooseFile}
        </Button>
        <Button loading={work.isWorking} onClick={() => picture.current?.click()}>
          {work.isWorking ? words.join.reading : words.join.chooseQr}
        </Button>
        <input
          ref={picture}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          hidden
          aria-label={words.join.chooseQr}
          onChange={({ target }) => {
            takePicture(target.files?.[0])
            target.value = ''
          }}
        />
      </div>
    </>
  )
}
