import { useApp } from '../../state/app-context.ts'
import { LetterEditor } from './LetterEditor.tsx'
import { LetterList } from './LetterList.tsx'
import './letters.css'

/** 文书: every letter, or the one that is open. */
export function LettersScreen() {
  const openId = useApp((state) => state.target.recordId)
  return openId === undefined ? <LetterList /> : <LetterEditor key={openId} id={openId} />
}
