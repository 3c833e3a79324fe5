import type { Bilingual } from '../taxonomy';

const list = (...pairs: readonly (readonly [string, string])[]): readonly Bilingual[] =>
  pairs.map(([zh, en]) => ({ zh, en }));

/** Outlets of a bank that does not exist. */
export const outlets = list(
  ['营业部', 'Main office'],
  ['城东支行', 'East Town'],
  ['城西支行', 'West Town'],
  ['城南支行', 'South Town'],
  ['城北支行', 'North Town'],
  ['人民路支行', 'People Road'],
  ['新华街支行', 'Xinhua Street'],
  ['滨河支行', 'Riverside'],
  ['火车站支行', 'Railway Station'],
  ['高新区支行', 'High-Tech Park'],
  ['开发区支行', 'Development Zone'],
  ['大学城支行', 'University Town'],
  ['金融街支行', 'Finance Street'],
  ['东湖支行', 'East Lake'],
  ['西山支行', 'West Hill'],
  ['南苑支行', 'South Garden'],
  ['北苑支行', 'North Garden'],
  ['工人村支行', 'Workers Village'],
  ['体育馆支行', 'Stadium'],
  ['中心广场支行', 'Central Square'],
  ['和平里支行', 'Heping'],
  ['幸福路支行', 'Xingfu Road'],
  ['建设路支行', 'Jianshe Road'],
  ['解放路支行', 'Jiefang Road'],
  ['科技园支行', 'Science Park'],
  ['物流园支行', 'Logistics Park'],
  ['新城支行', 'New Town'],
  ['老街支行', 'Old Street'],
  ['临港支行', 'Harbour'],
  ['云岭支行', 'Yunling'],
);

export const channels = list(
  ['网点', 'outlet'],
  ['客服热线', 'hotline'],
  ['手机银行', 'mobile bank'],
  ['网上银行', 'online bank'],
  ['监管转送', 'regulator'],
  ['信访', 'letter'],
);
export const channelWeights = [34, 38, 15, 6, 5, 2];

export const segments = list(
  ['普通个人', 'personal'],
  ['老年客户', 'senior'],
  ['贵宾客户', 'premium'],
  ['小微企业', 'small business'],
  ['公司客户', 'corporate'],
);
export const segmentWeights = [58, 17, 9, 11, 5];

/** Business types as banks disclose them. */
export const products = list(
  ['借记卡', 'debit card'],
  ['人民币储蓄', 'savings'],
  ['信用卡', 'credit card'],
  ['贷款', 'loan'],
  ['支付结算', 'payments'],
  ['自营理财', 'wealth management'],
  ['银行代理', 'agency sales'],
  ['其他', 'other'],
);
export const productWeights = [30, 22, 14, 12, 12, 4, 3, 3];

/** The bank's own words for what complaints are about; links share them, as such lists do. */
export const sourceCategories: readonly { readonly name: Bilingual; readonly links: readonly string[] }[] = [
  { name: { zh: '排队与接通', en: 'Queues and answering' }, links: ['G2.2.1', 'G2.1.1', 'G2.4.1'] },
  { name: { zh: '语音导航', en: 'Phone menu' }, links: ['G2.3.7', 'G3.3.3'] },
  { name: { zh: '服务态度', en: 'Staff attitude' }, links: ['G3.2.1', 'G3.2.3', 'G3.2.4', 'G3.5.1', 'G1.3.2'] },
  { name: { zh: '业务差错', en: 'Processing errors' }, links: ['G3.2.2'] },
  { name: { zh: '业务不熟', en: 'Staff knowledge' }, links: ['G3.2.5', 'G3.7.1', 'G3.7.2'] },
  { name: { zh: '办理慢', en: 'Slow processing' }, links: ['G2.2.2', 'G1.3.1', 'G3.1.2'] },
  { name: { zh: '内部推诿', en: 'Passed around' }, links: ['G3.1.1', 'G3.1.3', 'G1.2.2', 'G3.4.1'] },
  { name: { zh: '手机银行与网银', en: 'Mobile and online bank' }, links: ['G3.3.2', 'G1.1.3'] },
  { name: { zh: '系统升级', en: 'System change' }, links: ['G2.4.2', 'G3.4.2'] },
  { name: { zh: '自助设备', en: 'Machines' }, links: ['G3.3.1'] },
  { name: { zh: '转账与支付', en: 'Transfers and payments' }, links: ['G3.3.4'] },
  { name: { zh: '短信账单征信', en: 'Alerts, statements, credit record' }, links: ['G3.3.5'] },
  { name: { zh: '收费', en: 'Fees' }, links: ['G2.3.5'] },
  { name: { zh: '信用卡', en: 'Credit card' }, links: ['G2.3.6'] },
  { name: { zh: '贷款', en: 'Loans' }, links: ['G2.3.4'] },
  { name: { zh: '限额与冻结', en: 'Limits and freezes' }, links: ['G2.3.2', 'G3.6.2'] },
  { name: { zh: '开户与证明', en: 'Opening and documents' }, links: ['G2.3.1', 'G2.3.3'] },
  { name: { zh: '资金与信息安全', en: 'Safety of funds and data' }, links: ['G3.5.2', 'G3.5.3'] },
  { name: { zh: '催收', en: 'Collection' }, links: ['G3.5.4'] },
  { name: { zh: '营销与宣传', en: 'Marketing' }, links: ['G4.1.2', 'G4.1.5', 'G4.2.1', 'G4.2.4', 'G3.6.1'] },
  { name: { zh: '理财与合同', en: 'Wealth products and contracts' }, links: ['G4.2.2', 'G4.2.3', 'G4.1.4'] },
  { name: { zh: '信息告知', en: 'Notices' }, links: ['G4.1.1', 'G4.1.3'] },
  { name: { zh: '网点环境与布局', en: 'Premises and network' }, links: ['G2.1.2', 'G1.1.1', 'G1.1.2', 'G1.1.4'] },
  { name: { zh: '投诉处理', en: 'Complaint handling' }, links: ['G3.8.1', 'G3.8.2', 'G3.8.3', 'G3.8.4', 'G1.2.1'] },
];

export const openings = list(
  ['客户来电反映：', 'Customer called: '],
  ['客户到店反映，', 'At the outlet: '],
  ['留言：', 'Message: '],
  ['', ''],
  ['转办：', 'Forwarded: '],
);
export const closings = list(
  ['，要求尽快处理。', ' Please deal with it soon.'],
  ['，希望给个答复。', ' An answer is expected.'],
  ['，请核实。', ' Please check.'],
  ['，十分不满。', ' Very dissatisfied.'],
  ['。', ''],
  ['，已安抚，待回复（138****0000）。', ' Calmed down, to be called back (138****0000).'],
  ['，客户张**要求书面答复。', ' Customer Z** wants a written answer.'],
);
