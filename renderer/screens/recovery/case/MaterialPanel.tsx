import { Select } from 'antd'
import type { CaseView, MaterialView } from '../../../../shared/case-view.ts'
import type { MaterialState } from '../../../../shared/records/recovery-case.ts'
import { Tag, type TagLook } from '../../../components/StateTag.tsx'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useNewPaper } from '../../documents/use-new-paper.ts'
import { useLetterActs } from '../../letters/use-letter-acts.ts'
import { useCaseAct } from '../use-case-act.ts'
import { useWords } from '../use-words.ts'
import { presetOf } from './letter-preset.ts'
import { MATERIAL_STATES } from './material-states.ts'
import { Panel } from './Panel.tsx'

/** 材料: what is asked, how far it is there, and what is still to be done before anybody sets out. */
export function MaterialPanel({ view }: { view: CaseView }) {
  const { recovery } = useText()
  const text = recovery.materials
  const { materials } = view
  const lacking = materials.filter((one) => one.isRequired && LACKING.has(one.state))
  return (
    <Panel
      title={text.title}
      isWide
      note={
        materials.length > 0 &&
        (lacking.length === 0 ? text.allThere : text.lacking(lacking.length))
      }
    >
      {materials.length === 0 && <p className="faint">{text.none}</p>}
      <ul className="materials">
        {materials.map((material) => (
          <MaterialLine key={material.needId} view={view} material={material} />
        ))}
      </ul>
    </Panel>
  )
}

const LACKING: ReadonlySet<MaterialState> = new Set<MaterialState>([
  'missing',
  'expired',
  'needs-seal',
  'needs-signature',
])

const LOOKS: Readonly<Record<MaterialState, TagLook>> = {
  missing: ['danger', 'diamond'],
  expired: ['danger', 'triangle'],
  'needs-seal': ['due', 'half'],
  'needs-signature': ['due', 'half'],
  have: ['good', 'check'],
  sealed: ['good', 'check'],
  sent: ['quiet', 'check'],
}

type LineProps = { view: CaseView; material: MaterialView }

function MaterialLine({ view, material }: LineProps) {
  const { recovery } = useText()
  const text = recovery.materials
  const pick = useWords()
  const canWrite = useCanWrite() && view.line.isOpen
  const { title, seal, form, isRequired, when, remark, state, reasons, document, letter } = material
  const asked = [text.form[form], seal === 'none' ? undefined : text.seal[seal], when && pick(when)]
  return (
    <li className="material" aria-label={pick(title)}>
      <div className="material-what">
        <b>{pick(title)}</b>
        {!isRequired && <span className="faint">{text.optional}</span>}
        <p className="faint">{asked.filter(Boolean).join(' · ')}</p>
        {remark && <p className="faint">{pick(remark)}</p>}
      </div>
      <div className="material-state">
        <Tag look={isRequired ? LOOKS[state] : softer(state)} word={text.state[state]} />
        {document && <span className="faint">{document.title}</span>}
        {letter && <span className="faint">{letter.title}</span>}
        {document?.paperPlace !== undefined && (
          <span className="faint">{text.paperPlace(document.paperPlace)}</span>
        )}
        {reasons.map((reason) => (
          <span key={reason} className="material-reason">
            {text.reason[reason]}
          </span>
        ))}
      </div>
      {canWrite && <MaterialActs view={view} material={material} />}
    </li>
  )
}

/** What is not always needed is not red while it is missing. */
function softer(state: MaterialState): TagLook {
  return state === 'missing' ? ['quiet', 'ring'] : LOOKS[state]
}

function MaterialActs({ view, material }: LineProps) {
  const { recovery, letters: letterText } = useText()
  const text = recovery.materials
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const letters = useLetterActs()
  const showNew = useNewPaper()
  const pick = useWords()
  const name = pick(material.title)
  const { needId, letterKind, letter, document, otherDocuments, otherLetters } = material
  const { entityId } = view.record.data
  const set = (change: {
    state?: MaterialState | null
    documentId?: string | null
    letterId?: string | null
  }) => act(call('cases.setMaterial', { id: view.record.id, needId, ...change }), text.said(name))
  const papers = [
    ...(document ? [document] : []),
    ...otherDocuments.filter(({ id }) => id !== document?.id),
  ]
  const written = [
    ...(letter ? [letter] : []),
    ...otherLetters.filter(({ id }) => id !== letter?.id),
  ]
  return (
    <div className="material-acts">
      <Select<MaterialState | 'by-documents'>
        size="small"
        aria-label={text.stateOf(name)}
        popupMatchSelectWidth={false}
        value={material.isStated ? material.state : 'by-documents'}
        options={[
          { value: 'by-documents' as const, label: text.byDocuments },
          ...MATERIAL_STATES.map((value) => ({ value, label: text.state[value] })),
        ]}
        onChange={(state) => void set({ state: state === 'by-documents' ? null : state })}
      />
      {papers.length > 0 && (
        <Select
          size="small"
          aria-label={text.paperOf(name)}
          placeholder={text.choosePaper}
          allowClear
          popupMatchSelectWidth={false}
          value={document?.id ?? null}
          options={papers.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id: string | undefined) => void set({ documentId: id ?? null })}
        />
      )}
      {written.length > 0 && (
        <Select
          size="small"
          aria-label={text.letterOf(name)}
          placeholder={text.chooseLetter}
          allowClear
          popupMatchSelectWidth={false}
          value={letter?.id ?? null}
          options={written.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id: string | undefined) => void set({ letterId: id ?? null })}
        />
      )}
      {letterKind !== undefined && (
        <button
          type="button"
          className="button-link"
          onClick={() => letters.write({ kind: letterKind, ...presetOf(view) })}
        >
          {recovery.letters.write(letterText.kind[letterKind])}
        </button>
      )}
      {papers.length === 0 && material.documentKinds.length > 0 && (
        <button
          type="button"
          className="button-link"
          aria-label={text.addPaper(name)}
          onClick={() => showNew([], { entityId })}
        >
          {text.add}
        </button>
      )}
    </div>
  )
}
