import type { Detector, MaskSpan } from './types';

// A name of 1–6 characters that is not a particle, or a number, and the word that says what it names.
const component =
  '(?:[\\u4e00-\\u9fa5]{1,6}?(?:特别行政区|自治区|自治州|自治县|省|市|区|县|旗|镇|乡|村|社区|小区|花园|家园|公寓|大厦|广场|大道|街道|路|街|巷|胡同|里弄|弄)|[0-9A-Za-z一二三四五六七八九十百零东西南北-]{1,8}(?:号楼|号院|号|栋|幢|座|单元|楼|室|层|户|弄|巷|段|期|组|队|社))';
const chain = new RegExp(`${component}(?:[\\s,]?${component}){1,11}(?:\\d{2,4}(?![\\d年月日元]))?`, 'g');
const part = new RegExp(component, 'g');
const region = /(?:特别行政区|自治区|自治州|自治县|省|市|区|县|旗)$/;
const estate = /(?:社区|小区|花园|家园)$/;
const place = /(?:镇|乡|村|社区|小区|花园|家园|公寓|大厦|广场|大道|街道|路|街|巷|胡同|弄)$/;
const exact = /(?:号楼|号院|号|栋|幢|座|单元|楼|室|层|户|段|期|组|队|社)$/;
const lead =
  /^.*(?:地址|住址|住在|家住|位于|搬到|搬至|寄到|寄往|送到|送至|邮寄|我家|客户|本人|在|住|到|至|于|是|从|为|的)/;

/**
 * Postal addresses: three or more of 省 市 区 县 镇 路 街 号 栋 单元 室 in a row. What stands behind the district
 * goes, the district stays.
 *
 * A chain that ends in the name of an outlet (…路支行) and has no house number is the bank's own address.
 */
export const detectAddress: Detector = (view, header) => {
  const spans: MaskSpan[] = [];
  for (const match of view.text.matchAll(chain)) {
    const parts = [...match[0].matchAll(part)];
    if (parts.length < (header.address ? 2 : 3)) continue;
    const span = spanOf(view.text, match.index, match[0], parts);
    if (span !== null) spans.push(span);
  }
  return spans;
};

function spanOf(text: string, index: number, whole: string, parts: readonly RegExpMatchArray[]): MaskSpan | null {
  const end = index + whole.length;
  const lastRegion = parts.findLastIndex((p) => region.test(p[0]) && !estate.test(p[0]));
  const detail = parts.slice(lastRegion + 1);
  const first = detail[0];
  if (first === undefined || !parts.some((p) => place.test(p[0]) || region.test(p[0]))) return null;
  const house = detail.some((p) => exact.test(p[0]));
  if (!house && (detail.length < 2 || /^.{0,6}(?:支行|分行|网点|营业|分理处|储蓄所|银行|自助)/.test(text.slice(end))))
    return null;
  const named = first[0].length - first[0].replace(lead, '').length;
  return { start: index + (first.index ?? 0) + named, end, kind: 'address', masked: '***' };
}
