import { ArrowLeftOutlined, MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import './led-work.css'

type Props = {
  backWord: string
  onBack(): void
  number: string
  title: string
  /** What else tells which one this is, in a line below the title. */
  facts: ReactNode
  acts?: ReactNode
  moreWord: string
  /** What is seldom done with it; absent: no menu. */
  items?: MenuProps['items']
  /** Dialogs that the acts open. */
  children?: ReactNode
}

/** The head of what leads through steps: which one it is, the way back, and what can be done with it as a whole. */
export function LedHead(props: Props) {
  const { backWord, number, title, acts, items } = props
  return (
    <header className="case-head">
      <Button
        type="text"
        icon={<ArrowLeftOutlined aria-hidden />}
        aria-label={backWord}
        title={backWord}
        onClick={props.onBack}
      />
      <div className="case-title">
        <h1 title={title}>
          <span className="mono-number">{number}</span> {title}
        </h1>
        <p className="faint">{props.facts}</p>
      </div>
      {(acts || items) && (
        <div className="screen-actions">
          {acts}
          {items && (
            <Dropdown trigger={['click']} menu={{ items }}>
              <Button
                size="small"
                type="text"
                icon={<MoreOutlined aria-hidden />}
                aria-label={props.moreWord}
              />
            </Dropdown>
          )}
        </div>
      )}
      {props.children}
    </header>
  )
}
