import { expect, it } from 'vitest'
import { missingSignatures } from '../../../renderer/screens/handover/steps.ts'
import type { HandoverView } from '../../../shared/handover-view.ts'

type Signing = Pick<HandoverView, 'signatures' | 'signers'>

const leaver = { custodianId: 'zhou', name: '周离任', part: 'leaver', isSelf: false } as const
const successor = { custodianId: 'lin', name: '林晓', part: 'successor', isSelf: true } as const
const other = { custodianId: 'chen', name: '陈旁观', part: 'other', isSelf: false } as const

function signedBy(...signers: Signing['signers']): Signing['signatures'] {
  return signers.map(({ custodianId, name, part }) => ({
    custodianId,
    custodianName: name,
    part,
    signedAt: 0,
    isRight: true,
  }))
}

it('a sheet lacks who is named in it and could sign, and nobody else', () => {
  const signers = [leaver, successor, other]
  expect(missingSignatures({ signers, signatures: [] })).toBe(2)
  expect(missingSignatures({ signers, signatures: signedBy(successor) })).toBe(1)
  expect(missingSignatures({ signers, signatures: signedBy(leaver, successor) })).toBe(0)
})

it('a sheet lacks nobody where only one has a key, and that one has signed', () => {
  const signers = [successor]
  expect(missingSignatures({ signers, signatures: signedBy(successor) })).toBe(0)
})
