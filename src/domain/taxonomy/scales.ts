/** The scales that the links of a taxonomy are described with, named in both languages. */

import type { Bilingual, Office, QualityEffect, ServicePhase, ServiceSide } from '../taxonomy';

export interface Named<Code extends string | number = string> {
  readonly code: Code;
  readonly name: Bilingual;
}

export const severityScale: readonly Named<number>[] = [
  { code: 1, name: { zh: '轻微不便', en: 'slight inconvenience' } },
  { code: 2, name: { zh: '不满，无损失', en: 'dissatisfaction, no loss' } },
  { code: 3, name: { zh: '明显的时间或费用损失、重复往返', en: 'noticeable loss of time or money, repeat trip' } },
  { code: 4, name: { zh: '资金或权益受损，可能升级至监管', en: 'money or rights harmed, may reach the regulator' } },
  { code: 5, name: { zh: '资金、信息安全或合规底线事件', en: 'safety of funds or information, or a compliance line' } },
];

export const servqualDimensions: readonly Named[] = [
  { code: 'TAN', name: { zh: '有形性', en: 'Tangibles' } },
  { code: 'REL', name: { zh: '可靠性', en: 'Reliability' } },
  { code: 'RES', name: { zh: '响应性', en: 'Responsiveness' } },
  { code: 'ASS', name: { zh: '保证性', en: 'Assurance' } },
  { code: 'EMP', name: { zh: '移情性', en: 'Empathy' } },
];

export const qualityEffects: readonly Named<QualityEffect>[] = [
  { code: 'expected', name: { zh: '预期质量', en: 'expected quality' } },
  { code: 'experienced', name: { zh: '体验质量', en: 'experienced quality' } },
  { code: 'both', name: { zh: '预期与体验质量', en: 'expected and experienced quality' } },
];

export const servicePhases: readonly Named<ServicePhase>[] = [
  { code: 'pre', name: { zh: '售前', en: 'before the sale' } },
  { code: 'in', name: { zh: '售中', en: 'during the service' } },
  { code: 'after', name: { zh: '售后', en: 'after the sale' } },
];

export const offices: readonly Named<Office>[] = [
  { code: 'front', name: { zh: '前台', en: 'front office' } },
  { code: 'middle', name: { zh: '中台', en: 'middle office' } },
  { code: 'back', name: { zh: '后台', en: 'back office' } },
];

export const serviceSides: readonly Named<ServiceSide>[] = [
  { code: 'system', name: { zh: '服务系统', en: 'service system' } },
  { code: 'staff', name: { zh: '服务人员', en: 'service staff' } },
  { code: 'process', name: { zh: '服务流程', en: 'service process' } },
];

/**
 * Names of complaint causes as banks disclose them under JR/T 0169-2018. The codes are ours: the numeric codes of the
 * standard are a matter for the bank's own table.
 */
export const complaintCauses: readonly Named[] = [
  { code: 'C01', name: { zh: '服务态度及服务质量', en: 'service attitude and quality' } },
  { code: 'C02', name: { zh: '金融机构服务设施、设备、业务系统', en: 'facilities, equipment and systems' } },
  {
    code: 'C03',
    name: { zh: '金融机构管理制度、业务规则与流程', en: 'management rules, business rules and processes' },
  },
  { code: 'C04', name: { zh: '营销方式和手段', en: 'marketing methods' } },
  { code: 'C05', name: { zh: '信息披露', en: 'disclosure of information' } },
  { code: 'C06', name: { zh: '自主选择权', en: 'right to choose freely' } },
  { code: 'C07', name: { zh: '定价收费', en: 'pricing and fees' } },
  { code: 'C08', name: { zh: '产品收益', en: 'product returns' } },
  { code: 'C09', name: { zh: '合同条款', en: 'contract terms' } },
  { code: 'C10', name: { zh: '消费者资金安全', en: 'safety of consumers’ funds' } },
  { code: 'C11', name: { zh: '消费者信息安全', en: 'safety of consumers’ information' } },
  { code: 'C12', name: { zh: '债务催收方式和手段', en: 'debt-collection methods' } },
  { code: 'C99', name: { zh: '其他', en: 'other' } },
];
