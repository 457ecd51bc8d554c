import { expect, type Locator, type Page } from '@playwright/test'
import type { Fact, Guide, GuideId, Step } from '../../../shared/guides/guide.ts'
import { guideOf } from '../../../shared/guides/guide-list.ts'
import { TRIAGE_QUESTIONS } from '../../../shared/guides/triage.ts'
import type { TriageAnswer } from '../../../shared/guides/triage-rule.ts'
import { FormPage } from './form-page.ts'

/** What somebody who follows a guide decides on the way. */
export type Choices = {
  /** Of each question, by its step; the others take the first answer, which goes on. */
  answers?: Readonly<Record<string, string>>
  /** Word of the outcome in its dialog. */
  outcome?: string
}

const FRESH = 'Vt6#kQz!mB2&'

/** 找回: the triage, a case and its steps, as a person uses them. */
export class RecoveryPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The card with the one thing to do now. */
  get now(): Locator {
    return this.page.getByRole('region', { name: '现在要做的一步' })
  }

  get title(): Locator {
    return this.now.getByRole('heading', { level: 2 })
  }

  get steps(): Locator {
    return this.page.getByRole('navigation', { name: '步骤' })
  }

  get questions(): Locator {
    return this.page.getByRole('region', { name: '先弄清几件事' })
  }

  get ways(): Locator {
    return this.page.getByRole('region', { name: '可以这样办' })
  }

  /** One of the ways that are offered, by its guide. */
  way(guideId: GuideId): Locator {
    return this.ways.getByRole('listitem', { name: nameOf(guide(guideId)) })
  }

  /** Answers one question of the triage, whether the ledger knew it or not. */
  async answer(fact: Fact, answer: TriageAnswer): Promise<void> {
    const question = TRIAGE_QUESTIONS.find(({ id }) => id === fact)
    if (question === undefined) throw new Error(`no question about ${fact}`)
    const group = this.questions.getByRole('radiogroup', { name: question.text.zh })
    if (!(await group.isVisible())) await this.questions.getByText('台账已经知道的').click()
    await group.getByText(question.answers[answer].zh, { exact: true }).click()
  }

  async startWith(guideId: GuideId): Promise<void> {
    const button = this.ways.getByRole('button', { name: `用这个办法：${nameOf(guide(guideId))}` })
    if (!(await button.isVisible())) await this.ways.getByText('遇到的是某个具体问题').click()
    await button.click()
    await this.isFollowing(guideId)
  }

  async isFollowing(guideId: GuideId): Promise<void> {
    await expect(this.steps.getByRole('heading', { name: nameOf(guide(guideId)) })).toBeVisible()
  }

  /** Goes one step and waits until the next is shown. */
  async goStep(step: Step, { answers = {}, outcome }: Choices): Promise<void> {
    await expect(this.title).toHaveText(step.title.zh)
    if (step.isOutcome) await this.recordOutcome(outcome)
    else if (step.isRegistration) await this.register()
    else if (step.question === undefined) await this.press('完成这一步')
    else {
      const wanted = answers[step.id] ?? step.question.answers[0]?.id
      const answer = step.question.answers.find(({ id }) => id === wanted)
      if (answer === undefined) throw new Error(`${step.id} has no answer ${wanted}`)
      await this.choose(answer.text.zh)
      const { to } = answer
      const leadsTo = to !== undefined && 'guide' in to ? guide(to.guide) : undefined
      await this.press(leadsTo === undefined ? '完成这一步' : `记下并转到 ${leadsTo.code}`)
    }
    await expect(this.title).not.toHaveText(step.title.zh)
  }

  /** Goes on from step to step of a guide until `untilStep` is due, or no step is left. */
  async walk(guideId: GuideId, choices: Choices = {}, untilStep?: string): Promise<string[]> {
    const gone: string[] = []
    for (;;) {
      const title = await this.title.textContent()
      const step = guide(guideId).steps.find((one) => one.title.zh === title)
      if (step === undefined || step.id === untilStep) return gone
      if (gone.includes(step.id)) throw new Error(`${step.id} came twice`)
      await this.goStep(step, choices)
      gone.push(step.id)
    }
  }

  /** 这一步不行？ and one of what may have gone wrong. */
  async fail(when: string): Promise<void> {
    await this.now.getByText('这一步不行？').click()
    await this.now.getByRole('button', { name: when }).first().click()
  }

  /** Closes a case in which nothing is left to do. */
  async close(): Promise<void> {
    await expect(this.title).toHaveText('都办完了')
    await this.press('结案')
    const dialog = this.page.getByRole('dialog', { name: '结案' })
    await expect(dialog.getByText('都办完了，可以结案。')).toBeVisible()
    await dialog.getByLabel('这次的教训').fill('手机号换了要当天更新台账')
    await dialog.getByRole('button', { name: '结案', exact: true }).click()
    await expect(this.page.getByRole('region', { name: '办理结果' })).toContainText('已结案')
  }

  async register(): Promise<void> {
    await this.press('登记新密码')
    const form = new FormPage(this.page, '登记新密码')
    await form.fill({ 新密码: FRESH, 再输入一次: FRESH })
    await form.save('登记')
  }

  async choose(answer: string): Promise<void> {
    await this.now.getByRole('radiogroup').getByText(answer, { exact: true }).click()
  }

  private async recordOutcome(outcome: string | undefined): Promise<void> {
    await this.press('登记结果')
    const dialog = this.page.getByRole('dialog', { name: '登记结果' })
    if (outcome !== undefined) await dialog.getByText(outcome, { exact: true }).click()
    await dialog.getByRole('button', { name: '登记结果', exact: true }).click()
    await expect(dialog).toBeHidden()
  }

  private async press(button: string): Promise<void> {
    await this.now.getByRole('button', { name: button, exact: true }).click()
  }
}

function guide(id: GuideId): Guide {
  const found = guideOf(id)
  if (found === undefined) throw new Error(`no guide ${id}`)
  return found
}

function nameOf({ code, title }: Guide): string {
  return `${code} ${title.zh}`
}
