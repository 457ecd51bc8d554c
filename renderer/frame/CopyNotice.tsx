import { useEffect, useState } from 'react'
import type { CopyBeside } from '../../shared/merge-view.ts'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { Notice } from './Notice.tsx'

/** Tells that another copy of the vault lies beside it and holds changes that this one lacks. */
export function CopyNotice() {
  const { merge, frame } = useText()
  const isMerging = useApp((state) => state.screen === 'merge')
  const isLedgerLoaded = useApp((state) => state.isLedgerLoaded)
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const [copy, setCopy] = useState<CopyBeside>()

  // Looked for after the unlock, which does not wait for it, and after a visit to 合并: not with every change, it opens
  // files.
  useEffect(() => {
    if (isMerging || !isLedgerLoaded) return
    let isStale = false
    call('merge.copies').then(
      (copies) => {
        if (!isStale) setCopy(copies.find(isOfInterest))
      },
      // The vault was locked meanwhile, or its folder cannot be read: nothing to tell.
      () => undefined,
    )
    return () => {
      isStale = true
    }
  }, [call, isMerging, isLedgerLoaded])

  if (copy === undefined || isMerging) return null
  return (
    <Notice tone="due" action={frame.screens.merge} onAction={() => go('merge')}>
      {copy.standing === 'newer' ? merge.noticeNewer(copy.fileName) : merge.notice(copy.fileName)}
    </Notice>
  )
}

/** A copy that nobody can tell without opening it is told of where its name says that it is a conflict. */
function isOfInterest({ standing, isConflictCopy }: CopyBeside): boolean {
  return standing === 'unknown' ? isConflictCopy : standing !== 'older'
}
