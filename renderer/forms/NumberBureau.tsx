import { provinceOfNumber } from '../../shared/field/icp-number.ts'
import { useText } from '../i18n/text.ts'

/** Which province and bureau a 备案号 belongs to, told while it is typed; `otherwise` until it shows. */
export function NumberBureau({
  number,
  otherwise,
}: {
  number: string | undefined
  otherwise: string
}) {
  const { forms } = useText()
  const province = number === undefined ? undefined : provinceOfNumber(number)
  if (province === undefined) return <>{otherwise}</>
  return <>{forms.bureau(province.name, province.bureau)}</>
}
