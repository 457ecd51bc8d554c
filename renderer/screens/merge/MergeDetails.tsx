import { Button, Radio } from 'antd'
import { useEffect, useState } from 'react'
import type { MergeField, MergeLine, MergeSecret, MergeSide } from '../../../shared/merge-view.ts'
import { MERGE_SIDES } from '../../../shared/merge-view.ts'
import { DetailsHead } from '../../components/DetailsHead.tsx'
import { DetailsPane } from '../../components/DetailsPane.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { type MergeRow, sideOfField } from './choices.ts'
import { fieldName, valueWords } from './field-words.ts'

type Props = {
  row: MergeRow
  /** The copies are being merged, after which the other is closed: nothing more is asked of it. */
  isPaused: boolean
  onClose(): void
  onSide(side: MergeSide): void
  onField(name: string, side: MergeSide | 'both'): void
}

/** Both versions of one record: the whole of one, or field by field. */
export function MergeDetails({ row, isPaused, onClose, onSide, onField }: Props) {
  const { merge, common } = useText()
  const { line, choice } = row
  const { value: details, problem } = useAnswer(
    'merge.details',
    isPaused ? undefined : { id: line.recordId },
  )
  const kinds: Readonly<Record<string, string>> = common.recordKind
  const secrets = useBothSecrets(line.recordId)
  const only = onlySide(line)
  const hasBoth = only === undefined
  const side = choice?.side ?? (line.standing === 'conflict' ? undefined : sideOfField(row, ''))
  const isMixed = choice?.fields !== undefined

  return (
    <DetailsPane label={merge.details.label} isOpen isWide onClose={onClose}>
      <DetailsHead title={line.title} onClose={onClose} />
      <div className="details-tags faint">{kinds[line.kind] ?? line.kind}</div>
      <p>{line.reason === undefined ? merge.standing[line.standing] : merge.reason[line.reason]}</p>
      <OneSided line={line} />
      <Radio.Group
        className="merge-sides"
        aria-label={merge.details.whole}
        value={isMixed ? undefined : side}
        onChange={(event) => onSide(event.target.value === 'there' ? 'there' : 'here')}
      >
        {MERGE_SIDES.map((one) => (
          <Radio.Button key={one} value={one}>
            {merge.side[one]}
          </Radio.Button>
        ))}
      </Radio.Group>
      {problem && <Problem error={problem} />}
      {details && (
        <>
          <h3>
            {!hasBoth
              ? merge.details.contents
              : details.isWholeOnly
                ? merge.details.onlyWhole
                : merge.details.fields}
          </h3>
          {details.fields.map((field) => (
            <FieldChoice
              key={field.name}
              row={row}
              field={field}
              names={details.names}
              secrets={secrets.shown}
              only={only}
              canChoose={hasBoth && !details.isWholeOnly}
              onField={onField}
            />
          ))}
          {details.sameCount > 0 && (
            <p className="faint">{merge.details.same(details.sameCount)}</p>
          )}
        </>
      )}
      {line.isSecretChanged && (
        <div className="merge-secret">
          <Button size="small" onClick={secrets.toggle}>
            {secrets.shown === undefined ? merge.details.reveal : merge.details.hide}
          </Button>
          <p className="faint">
            {merge.details.revealNote} {hasBoth && line.kind === 'credential' && merge.details.kept}
          </p>
        </div>
      )}
    </DetailsPane>
  )
}

/** The copy that has the record, where the other has it no more or never had it. */
function onlySide({ here, there }: MergeLine): MergeSide | undefined {
  if (here === 'made' || there === 'removed') return 'here'
  return there === 'made' || here === 'removed' ? 'there' : undefined
}

/** What the choice means where only one copy has the record. */
function OneSided({ line }: { line: MergeLine }) {
  const { details } = useText().merge
  const words =
    line.there === 'removed'
      ? details.removedThere
      : line.here === 'removed'
        ? details.removedHere
        : line.there === 'made'
          ? details.madeThere
          : line.here === 'made'
            ? details.madeHere
            : undefined
  return words === undefined ? null : <p className="soft">{words}</p>
}

type BothSecrets = Record<MergeSide, MergeSecret>

type FieldProps = {
  row: MergeRow
  field: MergeField
  names: Readonly<Record<string, string>>
  secrets: BothSecrets | undefined
  /** The one copy that has the record. */
  only: MergeSide | undefined
  canChoose: boolean
  onField: Props['onField']
}

/** One field that differs: both values, one of them chosen. */
function FieldChoice({ row, field, names, secrets, only, canChoose, onField }: FieldProps) {
  const text = useText()
  const language = useApp((state) => state.preferences.language)
  const label = fieldName(text, field.name)
  const chosen = sideOfField(row, field.name)
  const words = (side: MergeSide): string => {
    if (!field.isSecret) {
      const { name } = field
      return valueWords(text, language, { kind: row.line.kind, name, value: field[side], names })
    }
    const { details } = text.merge
    if (field[side] !== true) return details.unset
    return secretValue(secrets?.[side], field.name) ?? details.set
  }
  const sides =
    only !== undefined ? [only] : field.canBoth ? ([...MERGE_SIDES, 'both'] as const) : MERGE_SIDES
  // The one copy that has the record says nothing in it.
  const isEmpty =
    only !== undefined && [text.merge.details.empty, text.merge.details.unset].includes(words(only))
  if (isEmpty) return null
  return (
    <fieldset className="merge-field">
      <legend>{label}</legend>
      {sides.map((side) => {
        const value = side === 'both' ? text.merge.both : words(side)
        const content = (
          <span>
            {only === undefined && side !== 'both' && (
              <span className="faint">{text.merge.columns[side]}</span>
            )}
            <span className={field.isSecret ? 'mono' : undefined}>{value}</span>
          </span>
        )
        if (!canChoose) {
          return (
            <div key={side} className="merge-value">
              {content}
            </div>
          )
        }
        const isChosen = chosen === side
        return (
          <label key={side} className={isChosen ? 'merge-value merge-value-chosen' : 'merge-value'}>
            <input
              type="radio"
              name={`merge-${field.name}`}
              checked={isChosen}
              aria-label={`${label}：${side === 'both' ? value : text.merge.columns[side]}`}
              onChange={() => onField(field.name, side)}
            />
            {content}
          </label>
        )
      })}
      {field.name === 'secret.value' && <ValueTraces line={row.line} />}
    </fieldset>
  )
}

/** Who changed it on each side, and when. */
function ValueTraces({ line }: { line: MergeLine }) {
  const { merge } = useText()
  const language = useApp((state) => state.preferences.language)
  return MERGE_SIDES.map((side) => {
    const trace = side === 'here' ? line.hereBy : line.thereBy
    if (trace === undefined) return null
    return (
      <span key={side} className="merge-trace faint">
        {merge.columns[side]} {merge.by(trace.person, formatMoment(trace.at, language))}
      </span>
    )
  })
}

function secretValue(secret: MergeSecret | undefined, name: string): string | undefined {
  switch (name) {
    case 'secret.value':
      return secret?.value
    case 'secret.idNumber':
      return secret?.idNumber
    case 'secret.totpUri':
      return secret?.totpUri
    case 'secret.privateNotes':
      return secret?.privateNotes
    default:
      return undefined
  }
}

const REVEAL_MS = 30_000

/** Both secrets for as long as they may be seen: in this component only, dropped after 30 s or with the focus. */
function useBothSecrets(id: string) {
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [shown, setShown] = useState<BothSecrets>()
  useEffect(() => {
    if (shown === undefined) return
    const hide = () => setShown(undefined)
    const timer = setTimeout(hide, REVEAL_MS)
    window.addEventListener('blur', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', hide)
    }
  }, [shown])
  const reveal = async () => {
    try {
      const here = await call('merge.reveal', { id, side: 'here' })
      const there = await call('merge.reveal', { id, side: 'there' })
      setShown({ here, there })
    } catch (error) {
      tell.failed(error)
    }
  }
  return { shown, toggle: () => (shown === undefined ? void reveal() : setShown(undefined)) }
}
