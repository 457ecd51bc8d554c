import { Checkbox, Radio, Select } from 'antd'
import { FOREIGN_DUPLICATES, type ForeignDuplicate } from '../../../shared/exchange.ts'
import { CREDENTIAL_KINDS } from '../../../shared/records/credential.ts'
import { DetailsHead, DetailsPane } from '../../components/DetailsPane.tsx'
import { Field } from '../../components/Field.tsx'
import { choiceOptions } from '../../components/wizard/DuplicateSelect.tsx'
import { withMember } from '../../components/wizard/left-out.ts'
import { useText } from '../../i18n/text.ts'
import { holdsOf } from './foreign-columns.tsx'
import type { ForeignDecisions, PlannedLine } from './foreign-plan.ts'
import { TargetPicker } from './TargetPicker.tsx'

type Props = {
  planned: PlannedLine
  decisions: ForeignDecisions
  onDecide(decisions: ForeignDecisions): void
  onClose(): void
}

/** All that is to be said of one entry, and what to do with it. */
export function ForeignDetails({ planned, decisions, onDecide, onClose }: Props) {
  const { exchange, common } = useText()
  const { check } = exchange
  const { line, target, kind } = planned
  const { index } = line
  const isSuggested = decisions.targets[index] === undefined && line.targetBy !== undefined
  return (
    <DetailsPane label={check.rowLabel(line.title)} isOpen onClose={onClose}>
      <DetailsHead title={line.title} closeWord={check.closeRow} onClose={onClose} />
      <div className="wizard-row">
        <p className="wizard-row-name">
          <span className="faint">{line.group}</span>
          <span>{line.account}</span>
          <span className="soft">{line.address}</span>
          <span className="faint">{holdsOf(line, check.holds)}</span>
          {line.isTrashed && <span className="faint">{check.trashed}</span>}
        </p>
        <Checkbox
          checked={!decisions.leftOut.has(index)}
          onChange={({ target: box }) => {
            const leftOut = withMember(decisions.leftOut, index, !box.checked)
            onDecide({ ...decisions, leftOut })
          }}
        >
          {check.include}
        </Checkbox>
        <Field
          id="foreign-target"
          label={check.target}
          {...(isSuggested && line.targetBy && { hint: check.targetBy[line.targetBy] })}
        >
          <TargetPicker
            id="foreign-target"
            label={check.target}
            value={target}
            placeholder={check.unplaced}
            onChange={(next) =>
              onDecide({ ...decisions, targets: { ...decisions.targets, [index]: next } })
            }
          />
        </Field>
        <Field id="foreign-kind" label={check.kind}>
          <Select
            id="foreign-kind"
            className="control"
            value={kind}
            options={CREDENTIAL_KINDS.map((one) => ({
              value: one,
              label: common.credentialKind[one],
            }))}
            onChange={(next) =>
              onDecide({ ...decisions, kinds: { ...decisions.kinds, [index]: next } })
            }
          />
        </Field>
        {line.duplicate !== undefined && (
          <div className="wizard-row-choice">
            <p className="wizard-duplicate">
              {check.duplicateOf(line.duplicate.label, line.duplicate.isSameValue)}
            </p>
            <Radio.Group
              aria-label={check.forRow}
              vertical
              value={decisions.choices[index] ?? decisions.duplicates}
              onChange={({ target: radio }) => {
                const choice: ForeignDuplicate = radio.value
                onDecide({ ...decisions, choices: { ...decisions.choices, [index]: choice } })
              }}
              options={choiceOptions(FOREIGN_DUPLICATES, check)}
            />
          </div>
        )}
        <KeptElsewhere planned={planned} />
      </div>
    </DetailsPane>
  )
}

/** What has no field of its own, by name, and where it goes. */
function KeptElsewhere({ planned: { line } }: { planned: PlannedLine }) {
  const { check } = useText().exchange
  return (
    <>
      {line.privateParts.length > 0 && (
        <div>
          <b>{check.privateTitle}</b>
          <ul className="wizard-findings">
            {line.privateParts.map(({ part, name }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may come twice; the list never changes
              <li key={place} className="soft">
                {check.privatePart[part]}
                {name && `：${name}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {line.files.length > 0 && (
        <div>
          <b>{check.filesTitle}</b>
          <ul className="wizard-findings">
            {line.files.map(({ name, fate }, place) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: names may come twice; the list never changes
                key={place}
                className={fate === 'left' ? 'field-finding field-finding-warning' : 'soft'}
              >
                {name}：{check.fate[fate]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
