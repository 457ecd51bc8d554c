import { describe, expect, it } from 'vitest'
import { BLANKS, type BlankName, blankOf, cutAtBlanks } from '../../../shared/letters/blanks.ts'
import {
  isPresent,
  type LetterBlock,
  type LetterTemplate,
  SIGNER_WORDS,
  SIGNERS,
} from '../../../shared/letters/template.ts'
import { TEMPLATES } from '../../../shared/letters/templates.ts'
import { LETTER_KINDS } from '../../../shared/records/letter.ts'

const VALUE_KEY = /^[a-zA-Z0-9.-]{1,60}$/

describe('letter templates', () => {
  it('has one of each kind', () => {
    expect(Object.keys(TEMPLATES).sort()).toEqual([...LETTER_KINDS].sort())
    for (const kind of LETTER_KINDS) expect(TEMPLATES[kind].kind).toBe(kind)
  })

  describe.each(Object.values(TEMPLATES))('$title', (template) => {
    it('names only blanks and words that are known', () => {
      const names = textsOf(template).flatMap(namesIn)
      const unknown = names.filter(
        (name) => blankOf(name) === undefined && !Object.hasOwn(SIGNER_WORDS, name),
      )
      expect(unknown).toEqual([])
      expect(names.length).toBeGreaterThan(5)
    })

    it('has keys that a change can be stored under, each once', () => {
      const keys = template.blocks.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      for (const key of keys) expect(`block.${key}`).toMatch(VALUE_KEY)
      for (const block of template.blocks) {
        if (block.type !== 'table') continue
        // The longest line key: a record's id with what it is there for.
        for (const { key } of block.columns) {
          expect(`cell.${'0'.repeat(36)}.${key}`).toMatch(VALUE_KEY)
        }
      }
    })

    it('leaves parts out only for variants it has', () => {
      const known = template.variants.map(({ id }) => id)
      for (const { variants = [] } of partsOf(template))
        expect(known).toEqual(expect.arrayContaining([...variants]))
    })

    it('asks for nobody it has no place for', () => {
      const sources = new Set(
        textsOf(template)
          .flatMap(namesIn)
          .flatMap((name) => blankOf(name)?.source ?? []),
      )
      const roles = new Set<string>(template.roles.map(({ id }) => id))
      for (const role of ['agent', 'contact', 'giver', 'receiver', 'witness'] as const) {
        if (sources.has(role)) expect(roles).toContain(role)
      }
      if (sources.has('provider')) expect(template.provider).toBeDefined()
      const asksTerm = textsOf(template).some((text) => text.includes('{letter.validUntil}'))
      expect(asksTerm).toBe(template.validity !== undefined)
    })

    it.each(SIGNERS)('is signed by a %s in the right way, in every variant', (signer) => {
      const variants =
        template.variants.length > 0 ? template.variants.map(({ id }) => id) : [undefined]
      for (const variant of variants) {
        const boxes = template.blocks
          .filter((block) => isPresent(block, signer, variant))
          .flatMap((block) => (block.type === 'signatures' ? block.boxes : []))
          .filter((box) => isPresent(box, signer, variant))
        expect(boxes.length).toBeGreaterThan(0)
        // The first box is the sender's own; a handover is signed by people alone.
        const own = boxes[0]?.marks ?? []
        if (template.kind === 'handover-sheet') expect(own).toEqual(['signature'])
        else if (signer === 'unit') expect(own).toEqual(['seal', 'legal-signature'])
        else expect(own).not.toContain('seal')
        if (signer === 'unnamed-shop' && template.kind !== 'handover-sheet') {
          expect(own).toContain('fingerprint')
        }
      }
    })
  })

  it('seals every blank that holds an ID number', () => {
    for (const [name, { label, isSecret }] of Object.entries(BLANKS)) {
      expect([name, isSecret === true]).toEqual([name, /证件号码/.test(label.zh)])
    }
  })

  it('limits a standing authorisation to a year', () => {
    expect(TEMPLATES['standing-authorization'].validity?.longestMonths).toBe(12)
  })
})

function partsOf(template: LetterTemplate) {
  return template.blocks.flatMap((block) => [
    block,
    ...(block.type === 'facts' ? block.rows : []),
    ...(block.type === 'annexes' ? block.items : []),
    ...(block.type === 'signatures' ? block.boxes : []),
  ])
}

function textsOf(template: LetterTemplate): string[] {
  return template.blocks.flatMap(blockTexts)
}

function blockTexts(block: LetterBlock): string[] {
  switch (block.type) {
    case 'facts':
      return block.rows.map(({ blank }: { blank: BlankName }) => `{${blank}}`)
    case 'annexes':
      return block.items.map(({ text }) => text)
    case 'signatures':
      return block.boxes.flatMap(({ label, lines }) => [label, ...lines])
    case 'table':
      return []
    default:
      return [block.text]
  }
}

function namesIn(text: string): string[] {
  return cutAtBlanks(text).flatMap((part) => ('name' in part ? part.name : []))
}
