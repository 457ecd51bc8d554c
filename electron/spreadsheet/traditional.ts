/** Characters of headers and filing numbers in traditional writing, each followed by the simplified one. */
const PAIRS: string =
  '備备號号碼码稱称單单網网絡络電电話话機机時时間间註注證证負负責责聯联繫系係系郵邮類类別别狀状態态務务應应賬账帳账戶户錄录統统會会質质開开過过審审體体業业營营擁拥編编區区團团組组織织構构執执紀纪員员產产專专項项鏈链頁页緊紧資资訊讯師师辦办費费絕绝選选點点註注冊册門门類类識识發发請请應应當当廠厂傳传輸输籌筹報报導导領领隊队長长閩闽贛赣魯鲁蘇苏滬沪遼辽陝陕隴陇寧宁貴贵雲云黃黄錢钱'
const SIMPLIFIED = new Map<string, string>()
for (let index = 0; index + 1 < PAIRS.length; index += 2) {
  SIMPLIFIED.set(PAIRS.charAt(index), PAIRS.charAt(index + 1))
}

/** Writes the characters that headers and filing numbers use in their simplified form. */
export function simplify(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character)
}
