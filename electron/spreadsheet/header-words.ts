import type { ImportField } from '../../shared/import.ts'

/**
 * How people head their columns, for each field: simplified characters, lower case, no blanks and
 * no brackets. Headers are folded the same way before they are compared.
 */
export const FIELD_WORDS: Readonly<Record<ImportField, readonly string[]>> = {
  'entity.name': words(`
    主体名称 单位名称 主办单位 主办单位名称 主办者 主办者名称 公司名称 公司 企业名称 企业 备案主体
    备案主体名称 主体 单位 客户名称 客户 备案单位 备案单位名称 所属公司 所属主体 所属单位 主体单位
    组织名称 机构名称 开办者 开办单位 icp主体 主体名 公司全称 单位全称 company companyname entity
    entityname organization organizationname organizer sponsor unitname subject`),
  'entity.nature': words(`
    单位性质 主体性质 主办单位性质 主办者性质 企业性质 主体类型 单位类型 性质 公司性质 nature
    entitytype unitnature`),
  'entity.creditCode': words(`
    统一社会信用代码 社会信用代码 信用代码 统一信用代码 统一代码 社会统一信用代码 统一社会信用码
    营业执照号 营业执照号码 营业执照注册号 主体证件号码 主体证件号 主办单位证件号码 单位证件号码
    组织机构代码 工商注册号 税号 creditcode uscc unifiedsocialcreditcode businesslicense
    businesslicenseno`),
  'entity.address': words(`
    地址 住所 注册地址 单位地址 公司地址 主体地址 证件住所 主办单位证件住所 通信地址 通讯地址
    主办单位通信地址 营业执照地址 联系地址 办公地址 单位住所 address registeredaddress`),
  'entity.filingNumber': words(`
    主体备案号 主体备案 主体备案许可证号 主体icp备案号 备案主体号 主体号 主体许可证号 icp主体备案号
    主体备案编号 subjectnumber subjectfilingnumber entityfilingnumber`),
  'service.name': words(`
    网站名称 服务名称 网站名 站点名称 站点 网站 app名称 app 小程序名称 快应用名称 互联网信息服务名称
    应用名称 项目名称 系统名称 平台名称 业务名称 备案网站名称 网站中文名称 产品名称 网站名称app名称
    名称 site sitename website websitename servicename appname`),
  'service.kind': words(`
    类型 备案类型 服务类型 互联网信息服务类型 业务类型 网站类型 类别 服务类别 备案类别 形式 服务形式
    type kind servicetype`),
  'service.filingNumber': words(`
    备案号 网站备案号 icp备案号 服务备案号 备案 许可证号 备案许可证号 网站备案许可证号 网站备案
    icp备案 icp号 icp 备案编号 icp备案许可证号 icp备案编号 app备案号 小程序备案号 网站备案编号
    备案证号 备案号码 服务备案编号 icp许可证号 备案许可证 icp备案证号 网站备案主体许可证号 icpnumber
    icpno filingnumber filingno recordnumber beianhao icplicense`),
  'service.filedOn': words(`
    备案时间 备案日期 审核通过日期 审核时间 审核通过时间 审核日期 通过时间 通过日期 备案通过时间
    备案通过日期 核准日期 核发日期 首次备案时间 首次备案日期 下发日期 备案成功时间 备案下发时间
    批准日期 备案完成时间 filedon filingdate fileddate approvaldate approvedon recorddate`),
  'service.status': words(`
    状态 备案状态 网站状态 当前状态 服务状态 运行状态 是否限制接入 限制接入 status state`),
  'service.homeUrl': words(`
    网址 首页 首页网址 网站首页 网站首页网址 首页地址 网站地址 网站网址 网站链接 链接 访问地址
    首页url url websiteurl homepage homeurl link`),
  'service.preApproval': words(`
    前置审批 前置审批项 前置审批号 专项审批 前置审批或专项审批 前置审批内容 审批文号 前置专项审批
    preapproval`),
  'service.policeNumber': words(`
    公安备案号 公安备案 公安联网备案号 公安联网备案 公网安备 公网安备号 网安备案号 网安备案
    公安备案编号 联网备案号 公安部备案号 公安网备案号 policenumber psbnumber policefiling psbfiling`),
  'service.notes': words(`
    备注 说明 附注 备忘 注释 备注信息 备注说明 其他 其它 remark remarks note notes comment comments
    memo`),
  'domain.names': words(`
    域名 网站域名 备案域名 域名列表 主域名 绑定域名 网站域名列表 域名名称 所有域名 已备案域名
    顶级域名 域名网址 域名地址 网站域名网址 服务域名 其他域名 其它域名 domain domains domainname
    domainnames host`),
  'domain.expiresOn': words(`
    到期时间 域名到期 域名到期时间 域名到期日 域名到期日期 到期日 到期日期 域名有效期 域名有效期至
    域名过期时间 过期时间 有效期至 域名截止日期 域名续费时间 到期 expires expireson expiry
    expirydate expirationdate domainexpiry domainexpires`),
  'domain.owner': words(`
    域名所有者 域名所有人 域名持有者 域名持有人 域名注册人 域名注册者 域名拥有者 域名实名
    域名实名主体 域名归属 域名所有权 domainowner registrant`),
  'domain.registrar': words(`
    注册商 域名注册商 域名服务商 域名注册服务商 域名注册平台 域名商 域名平台 域名注册机构
    域名注册服务机构 域名供应商 域名管理平台 registrar domainregistrar`),
  'provider.name': words(`
    接入商 接入服务商 服务器商 云厂商 接入单位 接入服务提供者 接入服务提供商 服务商 云服务商 主机商
    空间商 接入服务单位 接入商名称 接入服务商名称 服务器提供商 服务器厂商 服务器供应商 云平台 机房
    idc isp 接入平台 备案服务商 托管商 备案平台 所在云 主机服务商 服务器服务商 服务器 云服务器
    供应商 接入方 provider hostingprovider accessprovider hosting cloud cloudprovider`),
  'credential.account': words(`
    账号 登录账号 用户名 账户 登录名 登录用户名 接入商账号 云账号 平台账号 控制台账号 备案账号
    接入账号 服务商账号 云平台账号 服务器账号 账号名 备案系统账号 登录账户 icp用户名 后台账号 账户名
    阿里云账号 腾讯云账号 华为云账号 百度云账号 主账号 登录id account username login loginname user
    userid`),
  'credential.filingPassword': words(`
    备案密码 icp密码 icp备案密码 网站备案密码 备案查询密码 备案口令 备案系统密码 主体备案密码
    备案主体密码 查询密码 密码 口令 管局密码 管局备案密码 工信部密码 工信部备案密码 备案密碼
    原备案密码 现备案密码 当前密码 filingpassword icppassword password pwd recordpassword
    beianpassword`),
  'credential.providerPassword': words(`
    接入商密码 平台密码 登录密码 账号密码 云账号密码 控制台密码 服务商密码 后台密码 接入密码
    云平台密码 接入商侧密码 接入商登录密码 账户密码 接入商账号密码 平台登录密码 备案账号密码
    阿里云密码 腾讯云密码 华为云密码 服务商备案密码 企业侧系统密码 providerpassword loginpassword
    accountpassword consolepassword portalpassword`),
  'credential.changedOn': words(`
    密码修改时间 密码修改日期 改密日期 改密时间 密码更新时间 密码更新日期 上次修改密码 上次改密
    上次改密日期 最近改密日期 密码设置日期 密码设置时间 密码变更日期 最近修改密码时间
    上次修改密码时间 密码获取时间 passwordchangedon passwordchanged passworddate passwordchangedate
    changedon`),
  'contact.entityResponsible': words(`
    主体负责人 主体负责人姓名 单位负责人 主办单位负责人 法人 法定代表人 法人代表 法人姓名
    法定代表人姓名 公司负责人 企业负责人 主体联系人 单位负责人姓名 主办单位负责人姓名
    legalrepresentative entityresponsible subjectcontact`),
  'contact.serviceResponsible': words(`
    负责人 网站负责人 网站负责人姓名 服务负责人 服务负责人姓名 联系人 联系人姓名 负责人姓名
    app负责人 姓名 站点负责人 互联网信息服务负责人 备案负责人 备案联系人 管理员 网站管理员 对接人
    经办人 备案人 contact contactname responsible responsibleperson owner manager`),
  'contact.phone': words(`
    手机 手机号码 手机号 联系电话 电话 移动电话 联系方式 联系手机 负责人手机 负责人电话
    网站负责人手机 网站负责人电话 主体负责人手机 主体负责人电话 服务负责人手机 服务负责人电话
    联系人电话 联系人手机 负责人手机号 负责人手机号码 网站负责人手机号 主体负责人手机号
    服务负责人手机号 联系电话号码 备案手机 备案手机号 备案电话 短信核验手机号 核验手机号 预留手机
    预留手机号 网站负责人联系方式 主体负责人联系方式 法人手机 法人电话 法人手机号 联系号码 手机电话
    phone mobile mobilephone telephone tel cellphone phonenumber contactphone`),
  'contact.email': words(`
    邮箱 电子邮箱 邮件 电子邮件 邮箱地址 邮件地址 电子邮件地址 负责人邮箱 联系邮箱 网站负责人邮箱
    主体负责人邮箱 备案邮箱 联系人邮箱 服务负责人邮箱 电子邮箱地址 预留邮箱 email mail emailaddress
    contactemail`),
  'contact.idNumber': words(`
    身份证号 身份证号码 证件号码 证件号 身份证 负责人身份证 负责人身份证号 负责人证件号码
    网站负责人证件号码 主体负责人证件号码 法人身份证号 网站负责人身份证号 主体负责人身份证号
    服务负责人证件号码 服务负责人身份证号 法人身份证 负责人证件号 联系人身份证号 idnumber idcard
    idno idcardnumber idcardno`),
  'contact.emergencyName': words(`
    应急联系人 应急联系人姓名 紧急联系人 紧急联系人姓名 备用联系人 第二联系人 emergencycontact
    emergencyname`),
  'contact.emergencyPhone': words(`
    应急电话 应急联系电话 应急手机 应急手机号 应急联系方式 应急联系人电话 应急联系人手机
    应急联系人手机号 紧急联系电话 紧急电话 紧急联系人电话 应急手机号码 应急联系人联系方式 应急号码
    emergencyphone emergencytel`),
}

/** Columns that resemble one of the fields and are none: left out without guessing. */
export const IGNORED_WORDS: readonly string[] = words(`
  序号 编号 行号 no id ip ip地址 服务器ip 服务器地址 服务器ip地址 网站ip 网站ip地址 公网ip 创建时间
  创建日期 更新时间 更新日期 注册时间 注册日期 域名注册时间 域名注册日期 域名证书 省份 所在省份
  所在地 证件类型 主体证件类型 负责人证件类型 网站负责人证件类型 服务器到期时间 服务器到期
  主机到期时间 证书到期时间 ssl证书到期时间 ssl到期时间 ssl到期 身份证到期 身份证有效期
  身份证有效期至 证件有效期 营业执照有效期 营业执照有效期至 通信管理局 管局 域名密码 邮箱密码
  ftp密码 ftp账号 数据库密码 服务器密码 域名账号 邮政编码 邮编 传真 部门 录入人 录入时间 域名状态
  服务内容 语种 接入方式`)

/** Words of headers as csv files have them, long enough to tell encodings apart. */
export const HEADER_WORDS: readonly string[] = [
  ...new Set(
    [
      ...Object.values(FIELD_WORDS).flat(),
      ...IGNORED_WORDS,
      ...words('備案 網站 單位 聯繫 密碼 電話 負責'),
    ].filter((word) => /[^a-z0-9]/.test(word) && word.length >= 2),
  ),
]

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
