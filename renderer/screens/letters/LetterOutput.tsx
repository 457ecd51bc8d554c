import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** Out of the vault: as PDF, for Word, on paper; ID numbers only when ticked. */
export function LetterOutput({ id, hasIds }: { id: string; hasIds: boolean }) {
  const { letters } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const withSecondPerson = useSecondPerson()
  const [withIds, setWithIds] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const asked = { id, withIdNumbers: hasIds && withIds }

  const run = (act: () => Promise<string | undefined>) => {
    setBusy(true)
    act()
      .then((said) => said !== undefined && tell.said(said), tell.failed)
      .finally(() => setBusy(false))
  }
  const save = (name: 'letters.savePdf' | 'letters.saveDocx') =>
    run(async () => {
      const saved = await withSecondPerson(() => call(name, asked))
      return saved && letters.savedAs(saved.fileName)
    })

  return (
    <>
      {hasIds && (
        <Checkbox
          checked={withIds}
          onChange={({ target }) => setWithIds(target.checked)}
          title={letters.withIdsHint}
        >
          {letters.withIds}
        </Checkbox>
      )}
      <Button
        disabled={isBusy}
        onClick={() =>
          run(async () =>
            (await withSecondPerson(() => call('letters.print', asked)))
              ? letters.printed
              : letters.printFailed,
          )
        }
      >
        {letters.print}
      </Button>
      <Button disabled={isBusy} onClick={() => save('letters.saveDocx')}>
        {letters.saveDocx}
      </Button>
      <Button type="primary" disabled={isBusy} onClick={() => save('letters.savePdf')}>
        {letters.savePdf}
      </Button>
    </>
  )
}
