import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { FormKind } from '../../shared/records/record.ts'
import { useCanWrite } from '../hooks/use-can-write.ts'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'

type Props = {
  kind: FormKind
  id: string
  onTrash(ids: string[]): void
  /** Acts of this kind alone, between the two. */
  children?: ReactNode
}

/** 编辑 and 移入回收站 at the head of a record's details; nothing where nothing can be written. */
export function RecordActs({ kind, id, onTrash, children }: Props) {
  const { common } = useText()
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  if (!canWrite) return null
  return (
    <div className="details-acts">
      <Button
        size="small"
        icon={<EditOutlined aria-hidden />}
        onClick={() => showForm({ form: 'record', kind, id })}
      >
        {common.edit}
      </Button>
      {children}
      <Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={() => onTrash([id])}>
        {common.toTrash}
      </Button>
    </div>
  )
}
