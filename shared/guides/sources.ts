import type { Source } from './guide.ts'

/*
 * Where the guides' statements come from. The three articles decide (`seed`); what officials and vendors publish
 * (`official`) corrects and completes them; `weak` is a single or second-hand source; `unverified` was never confirmed.
 */

export const RECOVERY_STEPS: Source = { name: '《域名备案密码找回流程》', confidence: 'seed' }
export const PASSWORD_GUIDE: Source = {
  name: '《网上备案查询密码全攻略》',
  confidence: 'seed',
}
export const FIND_PASSWORD: Source = { name: '《备案密码怎么找回》', confidence: 'seed' }

export const BAIDU_CLOUD: Source = {
  name: '百度智能云备案常见问题',
  confidence: 'official',
}
export const HUAWEI_CLOUD: Source = {
  name: '华为云备案知识库',
  confidence: 'official',
  date: '2026-08-23',
}
export const TENCENT_CLOUD: Source = {
  name: '腾讯云备案文档',
  confidence: 'official',
  date: '2017–2022',
}
export const VOLCENGINE: Source = { name: '火山引擎备案文档', confidence: 'official' }
export const ALIYUN: Source = { name: '阿里云帮助中心', confidence: 'official' }
export const ORDER_33: Source = {
  name: '《非经营性互联网信息服务备案管理办法》（信息产业部令第33号）',
  confidence: 'official',
}
export const STATE_COUNCIL_RULES: Source = {
  name: '《互联网信息服务管理办法》',
  confidence: 'official',
}
export const POLICE_ORDER_33: Source = {
  name: '《计算机信息网络国际联网安全保护管理办法》（公安部令第33号）',
  confidence: 'official',
}
export const ZHEJIANG_BUREAU: Source = { name: '浙江省通信管理局办事指南', confidence: 'official' }
export const NINGXIA_BUREAU: Source = {
  name: '宁夏回族自治区通信管理局公示',
  confidence: 'official',
  date: '2024-08-30',
}
export const OWNER_MANUAL_2010: Source = {
  name: '工信部《网站主办者使用手册》目录',
  confidence: 'official',
  date: '2010-06',
}
export const DOMAIN_OWNER_NOTICE: Source = {
  name: '工信部信管〔2017〕264号',
  confidence: 'official',
  date: '2017',
}
export const CLEAN_UP_NOTICES: Source = {
  name: '工信部电管〔2010〕279号、〔2011〕6号',
  confidence: 'official',
}

export const APPEAL_RULES: Source = {
  name: '《电信用户申诉处理办法》（转载）第9–14条',
  confidence: 'weak',
}
export const ALIYUN_PAGES: Source = { name: '阿里云相关网页', confidence: 'weak' }
export const ZHEJIANG_NOTICE_2018: Source = {
  name: '浙江短信核验通知（转载）',
  confidence: 'weak',
  date: '2018',
}
export const TWO_PASSWORDS: Source = {
  name: 'kuaisubeian.cc 新旧密码问答',
  confidence: 'weak',
  date: '2017',
}
export const HUBEI_2008: Source = { name: '027.net 湖北备案说明', confidence: 'weak', date: '2008' }
export const SHAANXI_2015: Source = {
  name: '陕西密码找回申请表说明',
  confidence: 'weak',
  date: '2015',
}
export const LICENCE_PAGES: Source = {
  name: '旧许可办法（2001–2009）与代理机构网页',
  confidence: 'weak',
  date: '2025',
}
export const WEB_ARTICLES: Source = { name: '网络文章，说法不一', confidence: 'weak' }

export const NOT_CONFIRMED: Source = { name: '尚未核实', confidence: 'unverified' }
export const PRACTICE: Source = { name: '本软件的建议', confidence: 'weak' }
