/**
 * What the name of a column says about its values. A clue never decides alone against the values: it settles what
 * they leave open, such as whether 20240105093015 is a moment or a serial number.
 */

import type { ReadingOptions } from '../types';

/** The header without what stands in brackets at its end, and the brackets' content: `等待时长(分钟)`. */
function split(name: string): { readonly bare: string; readonly unit: string } {
  const match = /^(.*?)\s*[(（[【_/]\s*([^()（）[\]【】_/]*)\s*[)）\]】]?\s*$/s.exec(name);
  return match ? { bare: match[1], unit: match[2] } : { bare: name, unit: name };
}

const strongId =
  /(?:编号|单号|卡号|账号|帐号|账户|帐户|户号|证件号|身份证|证号|号码|客户号|流水号|流水|订单号|合同号|凭证号|交易号|手机号?|电话|座机|邮编|序号|工号|柜员号|员工号|机构号|网点号|席位号|证件|ID号)(?:码)?$|^编码$|(?:^|[^a-z])(?:id|uuid|guid|no\.?|zip(?:\s*code)?|post(?:al)?\s*code|phone|mobile|tel|account|iban)$|(?:^|[\s_-])(?:id|number|account)$|(?:[a-z])ID$/i;
const weakId = /代码|编码|号$|(?:^|[\s_-])code$|[a-z]Code$|(?:^|[\s_-])key$/i;
const amount =
  /金额|余额|额$|收入|支出|费用|价|成本|规模|总计|合计|数量|数$|量$|次数|人数|笔数|amount|balance|total|sum|cost|price|revenue|count|volume|value|calls/i;
const date = /日期|时间戳|年月日|日$|(?:^|[\s_-])(?:date|day|fecha|datum)(?:$|[\s_-])|Date$|^dt|(?:^|[\s_-])dt$/i;
const month = /月份?$|年月|账期|月度|(?:^|[\s_-])(?:month|period|ym)$/i;
const duration =
  /时长|耗时|用时|历时|时效|等[待候](?!时刻)|排队时间|响应时间|通话时间|接通时间|间隔|duration|elapsed|wait|talk|hold|handl|lead.?time|cycle.?time|turnaround|(?:^|[^a-z])(?:aht|acw|asa|att)(?:$|[^a-z])/i;
const timed = /小时|分钟|秒|天数|工时|(?:^|[^a-z])(?:hours?|hrs?|minutes?|mins?|seconds?|secs?|days)(?:$|[^a-z])/i;
const timeOfDay =
  /时间$|时刻|时点|开始|结束|到达|起始|终止|start|end|begin|finish|exit|entry|enter|arriv|depart|clock|(?:^|[\s_-])(?:time|at)$|Time$/i;
const yesNo = /^是否|是否$|否$|\?$|？$|^(?:is|has|was|if)[\s_-]|flag$|标志$|标识$/i;
const freeText =
  /内容|描述|说明|备注|详情|意见|原声|留言|评论|评价内容|反馈|建议|诉求|摘要|主题|原文|情况|经过|答复|回复|comment|narrative|description|detail|remark|notes?$|feedback|verbatim|review|text|message|summary/i;
const label =
  /类别|分类|类型|种类|类$|渠道|网点|支行|分行|机构|部门|产品|原因|等级|级别|状态|地区|区域|岗位|满意度|type|category|product|channel|branch|outlet|region|state|status|reason|issue|level|group|name|company/i;

/** A name for codes that are never calculated with: 工单编号, 卡号, ZIP code; also the second of its kind, 联系电话2. */
export function isIdentifierHeader(name: string): boolean {
  const trimmed = name.trim();
  return [trimmed, split(trimmed).bare.trim(), trimmed.replace(/\s*\d+$/, '')].some((part) => strongId.test(part));
}

/** A name that codes often have, but short lists of kinds as well: 渠道代码, org_code. */
export function isCodeHeader(name: string): boolean {
  return weakId.test(split(name.trim()).bare);
}

/** A name for money, such as 金额. */
export const isAmountHeader = (name: string): boolean => amount.test(name) && !isIdentifierHeader(name);
/** Names for points and stretches of the calendar. */
export const isDateHeader = (name: string): boolean => date.test(split(name.trim()).bare);
export const isMonthHeader = (name: string): boolean => month.test(split(name.trim()).bare);
/** A name for a duration, such as 通话时长. */
export const isDurationHeader = (name: string): boolean => duration.test(name);
/** A name for a span of time in any form, as 处理小时, which is never negative. */
export const isTimeSpanHeader = (name: string): boolean => duration.test(name) || timed.test(name);
export const isTimeOfDayHeader = (name: string): boolean => timeOfDay.test(split(name.trim()).bare);
export const isYesNoHeader = (name: string): boolean => yesNo.test(name.trim());
export const isFreeTextHeader = (name: string): boolean => freeText.test(name);
export const isLabelHeader = (name: string): boolean => label.test(name);

/** The unit in which a header says its durations are, as in 通话时长(秒) or `wait_min`; undefined if it says none. */
export function durationUnitOf(name: string): ReadingOptions['durationUnit'] {
  const { unit } = split(name.trim());
  if (/^(?:秒钟?|s|secs?|seconds?)$/i.test(unit) || /秒$/.test(name)) return 's';
  if (/^(?:分钟?|m|mins?|minutes?)$/i.test(unit) || /分钟$/.test(name)) return 'min';
  if (/^(?:小时|时|h|hrs?|hours?)$/i.test(unit) || /小时$/.test(name)) return 'h';
  return /^(?:天|日|d|days?)$/i.test(unit) || /天数?$/.test(name) ? 'day' : undefined;
}

/** What a header says about `3:20`, as in `wait (mm:ss)` or 时长(分:秒). */
export function clockStyleOf(name: string): ReadingOptions['clockStyle'] {
  if (/\bm{1,2}:ss\b|分[:：]秒|分秒/i.test(name)) return 'm:ss';
  return /\bh{1,2}:mm\b(?!:)|时[:：]分|时分/i.test(name) ? 'h:mm' : undefined;
}
