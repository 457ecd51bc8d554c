import { FileExcelOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Late } from '../../../components/Late.tsx'
import { WorkProgress } from '../../../components/WorkProgress.tsx'
import { useSecondPerson } from '../../../frame/use-second-person.ts'
import { useText } from '../../../i18n/text.ts'
import { problemOf } from '../../../start/Problem.tsx'
import { useApp } from '../../../state/app-context.ts'
import type { ReportWork } from '../../../state/report-work.ts'
import { useTell } from '../../../workspace/use-tell.ts'
import type { choiceOf } from './report-choice.ts'

type Which = ReportWork['which']

/** Printing and saving; where the company wants it, with a second person. */
export function ReportActs({ choice }: { choice: ReturnType<typeof choiceOf> }) {
  const { reports } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const withSecondPerson = useSecondPerson()
  const work = useApp((state) => state.reportWork)
  const begin = useApp((state) => state.beginReport)
  const end = useApp((state) => state.endReport)
  if (choice === undefined) return null

  const run = async (which: Which, act: () => Promise<string | undefined>) => {
    begin(which)
    try {
      const said = await withSecondPerson(act)
      if (said !== undefined) tell.said(said)
    } catch (error) {
      if (problemOf(error).code === 'cancelled') tell.said(reports.cancelled)
      else tell.failed(error)
    } finally {
      end()
    }
  }
  const saved = (done: { fileName: string } | undefined) =>
    done === undefined ? undefined : reports.saved(done.fileName)
  const busy = work !== undefined

  return (
    <div className="reports-acts">
      <Button
        type="primary"
        icon={<FilePdfOutlined aria-hidden />}
        loading={work?.which === 'pdf' && { delay: 200 }}
        disabled={busy}
        onClick={() => void run('pdf', () => call('reports.savePdf', choice).then(saved))}
      >
        {reports.savePdf}
      </Button>
      <Button
        icon={<FileExcelOutlined aria-hidden />}
        loading={work?.which === 'xlsx' && { delay: 200 }}
        disabled={busy}
        onClick={() => void run('xlsx', () => call('reports.saveXlsx', choice).then(saved))}
      >
        {reports.saveXlsx}
      </Button>
      <Button
        icon={<PrinterOutlined aria-hidden />}
        disabled={busy}
        onClick={() =>
          void run('print', () =>
            call('reports.print', choice).then((isPrinted) =>
              isPrinted ? reports.printed : undefined,
            ),
          )
        }
      >
        {reports.print}
      </Button>
    </div>
  )
}

/** The report on its way out, also after the person was elsewhere. How far Chromium is it tells nobody. */
export function ReportUnderWay() {
  const work = useApp((state) => state.reportWork)
  if (work === undefined) return null
  return (
    <Late>
      <UnderWay work={work} />
    </Late>
  )
}

function UnderWay({ work }: { work: ReportWork }) {
  const { reports, common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { which, rows, startedAt } = work
  const label = rows === undefined ? reports.making : reports.writing[which](rows)
  return (
    <div className="audit-check audit-checking reports-under">
      <WorkProgress label={label} startedAt={startedAt} />
      <Button size="small" onClick={() => void call('reports.cancel').catch(tell.failed)}>
        {common.cancel}
      </Button>
    </div>
  )
}
