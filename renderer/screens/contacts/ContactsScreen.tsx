import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { ContactList } from './ContactList.tsx'
import { CONTACT_TABS, type ContactTab } from './standing.ts'

/** 联系人: people, firms, and the phones and mailboxes that receive codes. */
export function ContactsScreen() {
  const { contacts, frame } = useText()
  const target = useApp((state) => state.target)
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const [tab, setTab] = useState<ContactTab>(tabOf(target.tab) ?? 'contact')

  useEffect(() => {
    const wanted = tabOf(target.tab)
    if (wanted !== undefined) setTab(wanted)
  }, [target])

  return (
    <>
      <ScreenHeader title={frame.screens.contacts}>
        <Segmented<ContactTab>
          aria-label={frame.screens.contacts}
          value={tab}
          onChange={setTab}
          options={CONTACT_TABS.map((one) => ({ value: one, label: contacts.tabs[one] }))}
        />
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          disabled={!canWrite}
          onClick={() => showForm({ form: 'record', kind: tab })}
        >
          {contacts.create[tab]}
        </Button>
      </ScreenHeader>
      <ContactList
        key={`${tab} ${target.recordId ?? ''}`}
        tab={tab}
        startId={tabOf(target.tab) === tab ? target.recordId : undefined}
      />
    </>
  )
}

function tabOf(name: string | undefined): ContactTab | undefined {
  return CONTACT_TABS.find((tab) => tab === name)
}
