/** The words by which other systems name the columns and values of a ledger; a proposal that a person confirms. */

import { importChoices, importFields, type ImportChoice, type ImportField } from './import-events';

/** Names of columns, the most telling first; blanks, punctuation and letter case do not count. */
const headers: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  sourceNumber: [
    '编号',
    '事件编号',
    '工单号',
    '工单编号',
    '投诉编号',
    '案件编号',
    '流水号',
    'caseno',
    'caseid',
    'ticket',
    'id',
    'number',
  ],
  receivedAt: [
    '受理时间',
    '受理日期',
    '投诉时间',
    '投诉日期',
    '接收时间',
    '登记时间',
    '登记日期',
    '日期',
    'received',
    'receivedat',
    'date',
  ],
  source: ['来源', '投诉来源', '受理来源', '来源渠道', '投诉渠道', '受理渠道', 'source'],
  outlet: ['机构', '网点', '被投诉网点', '机构名称', '网点名称', '支行', '分支机构', 'outlet', 'branch'],
  title: ['标题', '主题', '事件标题', '摘要', 'title', 'subject'],
  narrative: [
    '事件经过',
    '投诉内容',
    '内容',
    '描述',
    '详情',
    '客户描述',
    '客户原话',
    '问题描述',
    '事件描述',
    'narrative',
    'description',
    'text',
  ],
  channel: ['业务办理渠道', '办理渠道', '渠道', 'channel'],
  business: ['业务类别', '业务类型', '业务种类', '业务', 'business', 'businesstype'],
  owner: ['责任人', '承办人', '经办人', '处理人', '负责人', 'owner', 'handler'],
  department: ['承办部门', '责任部门', '处理部门', '部门', 'department'],
  link: [
    '服务环节',
    '主要环节',
    '环节',
    '差距环节',
    '环节代码',
    '投诉类别',
    '投诉分类',
    '问题分类',
    '分类',
    'link',
    'category',
  ],
  severity: ['严重度', '严重程度', '等级', 'severity'],
  status: ['状态', '办理状态', '处理状态', '工单状态', 'status'],
  respondedAt: ['首次响应时间', '响应时间', '首响时间', 'responded', 'firstresponse'],
  verification: ['核实结论', '核实情况', '调查结果', '调查情况', 'verification', 'finding'],
  replyAt: ['答复时间', '答复日期', '回复时间', '回复日期', '办结时间', '反馈时间', 'replied', 'replyat'],
  replyText: ['答复内容', '回复内容', '处理结果', '办理结果', '反馈内容', 'reply', 'resolution'],
  replyMethod: ['答复方式', '回复方式', 'replymethod'],
  callBackAt: ['回访时间', '回访日期', 'callback', 'callbackat'],
  callBackScore: ['回访评分', '满意度', '回访满意度', '评分', 'score', 'satisfaction'],
  customerAgrees: ['客户是否认可', '是否认可', '客户认可', '是否满意', 'agrees'],
  callBackWaived: ['免回访理由', '未回访原因'],
  closedAt: ['归档时间', '归档日期', '结案时间', '结案日期', '关闭时间', '关闭日期', 'closed', 'closedat'],
  statusReason: ['状态说明', '撤回原因', '撤诉原因', 'statusreason'],
  demand: ['客户诉求', '诉求', 'demand'],
  amount: ['涉及金额', '涉诉金额', '金额', 'amount'],
  product: ['产品', '产品名称', 'product'],
  complainedAbout: ['被投诉人', '涉诉员工', '被投诉员工', 'complainedabout'],
  contact: ['联系方式', '联系电话', '客户电话', '手机号', 'contact', 'phone'],
  segment: ['客户类别', '客户类型', '客户等级', 'segment'],
  specialGroup: ['特殊群体', 'specialgroup'],
  regulatorRef: ['监管转办编号', '转办编号', '监管编号', 'regulatorref'],
  liability: ['责任认定', '有责无责', '是否有责', 'liability'],
  rootCause: ['根本原因', '原因分析', '原因', 'rootcause', 'cause'],
  measure: ['处理措施', '整改措施', '措施', 'measure'],
  redress: ['补偿金额', '赔付金额', 'redress'],
  archiveNo: ['档案号', '归档号', 'archiveno'],
};

const values: Readonly<Record<ImportChoice, Readonly<Record<string, readonly string[]>>>> = {
  source: {
    outlet: ['网点', '营业网点', '柜面', '支行', '现场', 'branch'],
    hotline: ['热线', '客服热线', '电话', '客服中心', '客服', '95', 'call'],
    app: ['app', '手机银行', '网上银行', '在线客服', '微信'],
    regulator: ['监管转送', '监管', '监管转办', '人民银行', '银保监', '金融监管', '12378', '12363'],
    petition: ['信访', '来信', '来访'],
    media: ['媒体', '舆情', '网络舆情'],
    internal: ['内部发现', '内部', '自查'],
  },
  channel: {
    counter: ['柜面', '柜台', '高柜', '低柜'],
    lobby: ['大堂', '厅堂'],
    selfService: ['自助机具', '自助设备', '自助', 'atm', 'crs', 'stm'],
    phone: ['电话银行', '电话', '客服电话', '热线'],
    mobile: ['手机银行', 'app', '手机'],
    online: ['网上银行', '网银', '线上'],
    thirdParty: ['第三方渠道', '第三方', '合作机构'],
    backOffice: ['中后台', '后台', '中台'],
  },
  business: {
    debitCard: ['借记卡', '银行卡', '储蓄卡'],
    creditCard: ['信用卡', '贷记卡'],
    loan: ['贷款', '个人贷款', '按揭'],
    settlement: ['支付结算', '结算', '转账', '汇款'],
    collection: ['债务催收', '催收'],
    forex: ['外汇', '结售汇'],
    savings: ['人民币储蓄', '储蓄', '存款'],
    agency: ['银行代理', '代理', '代理保险', '代销'],
    otherIntermediary: ['其他中间业务', '中间业务'],
    personalInformation: ['个人金融信息', '个人信息'],
    preciousMetal: ['贵金属', '黄金'],
    currency: ['人民币管理', '现金'],
    wealth: ['自营理财', '理财'],
    treasury: ['国库', '国债'],
    other: ['其他'],
  },
  status: {
    accepted: ['受理', '已受理', '待处理', '新建', '未处理', 'new', 'open'],
    verifying: ['核实', '核实中', '调查中', '调查'],
    handling: ['处理', '处理中', '办理中', '在办', 'inprogress'],
    callBack: ['回访', '待回访', '已答复', '已回复', '已办结', 'replied'],
    archived: ['归档', '已归档', '结案', '已结案', '关闭', '已关闭', '办结', 'closed'],
    reopened: ['重开', '重新打开', 'reopened'],
    withdrawn: ['撤回', '撤诉', '已撤诉', '客户撤回', 'withdrawn'],
    merged: ['合并', '已合并', '重复', 'merged', 'duplicate'],
  },
  replyMethod: {
    phone: ['电话', '电话答复'],
    letter: ['书面', '信函', '书面答复'],
    message: ['短信', '短信或app消息', 'app消息', '微信'],
    visit: ['上门', '面谈', '现场'],
  },
  liability: {
    liable: ['有责', '有责任', '是'],
    notLiable: ['无责', '无责任', '否'],
    notUpheld: ['不予认定', '不成立'],
  },
};

const agreeing = ['是', '认可', '满意', '非常满意', '同意', 'y', 'yes', 'true', '1'];
const objecting = ['否', '不认可', '不满意', '非常不满意', '不同意', 'n', 'no', 'false', '0'];

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}\p{S}★]/gu, '');
}

/** The column that each field most likely means, each column once; a name that equals comes before one that contains. */
export function proposeFields(
  columns: readonly { readonly id: string; readonly name: string }[],
): Readonly<Partial<Record<ImportField, string>>> {
  const found: Partial<Record<ImportField, string>> = {};
  const free = columns.map(({ id, name }) => ({ id, name: plain(name) }));
  const take = (fits: (name: string, word: string) => boolean): void => {
    for (const field of Object.keys(importFields) as ImportField[]) {
      if (found[field] !== undefined) continue;
      const at = (headers[field] ?? []).reduce((best, word) => {
        return best >= 0 ? best : free.findIndex(({ name }) => fits(name, plain(word)));
      }, -1);
      if (at >= 0) [{ id: found[field] }] = free.splice(at, 1);
    }
  };
  take((name, word) => name === word);
  take((name, word) => word.length > 2 && name.includes(word));
  return found;
}

/** What a word of the file most likely means among the codes of a choice; null where nothing is sure enough. */
export function proposeWord(choice: ImportChoice, text: string): string | null {
  const word = plain(text);
  const codes = Object.entries(values[choice]);
  const equal = codes.find(([code, words]) => plain(code) === word || words.some((one) => plain(one) === word));
  if (equal) return equal[0];
  const containing = codes.filter(([, words]) => words.some((one) => one.length > 1 && word.includes(plain(one))));
  return containing.length === 1 ? containing[0][0] : null;
}

/** Whether a word says that the customer agrees; null where it does not say. */
export function readAgreement(text: string): boolean | null {
  const word = plain(text);
  return agreeing.includes(word) ? true : objecting.includes(word) ? false : null;
}

/** Fields of a choice, in the order of the form. */
export const choiceFields = Object.keys(importChoices) as ImportChoice[];
