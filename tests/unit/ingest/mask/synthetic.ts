/** Invented personal data with valid check digits, from a seeded generator. Names and addresses are written apart from the detector's own lists. */

import { idCardCheckCharacter } from '../../../../src/ingest/mask/detect-id-card';

export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)];
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}

const two = (n: number): string => String(n).padStart(2, '0');

export function idCard(random: Random): string {
  const day = `${1940 + Math.floor(random() * 66)}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`;
  const first17 = pick(random, ['110105', '620102', '440524', '310101', '510107']) + day + digits(random, 3);
  return first17 + idCardCheckCharacter(first17);
}

/** Luhn by brute force, so that the test does not lean on the code it tests. */
export function bankCard(random: Random): string {
  const body = pick(random, ['622202', '621700', '4111', '5500', '9558']) + digits(random, 20);
  const first = body.slice(0, pick(random, [15, 18]));
  for (let check = 0; check < 10; check++) {
    const sum = [...`${first}${check}`].reverse().reduce((total, char, i) => {
      const doubled = i % 2 === 1 ? Number(char) * 2 : Number(char);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    if (sum % 10 === 0) return `${first}${check}`;
  }
  return first;
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function creditCode(random: Random): string {
  let body = `91${pick(random, ['620100', '350100', '110108'])}MA`;
  while (body.length < 17) body += pick(random, [...creditAlphabet]);
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, i) => total + weight * creditAlphabet.indexOf(body[i]), 0);
  return body + creditAlphabet[(31 - (sum % 31)) % 31];
}

export function iban(random: Random): string {
  const bank = digits(random, 18);
  const remainder = BigInt(`${bank}131400`) % 97n;
  return `DE${two(98 - Number(remainder))}${bank}`;
}

export function mobile(random: Random): string {
  return `1${pick(random, ['38', '59', '86', '77', '91', '45'])}${digits(random, 8)}`;
}

/** One way of writing a number: as it is, in groups, or in full width. */
export function written(random: Random, value: string): string {
  const style = Math.floor(random() * 4);
  if (style === 1) return value.replace(/(.{4})(?=.{3})/g, '$1 ');
  if (style === 2) return value.replace(/(.{6})(?=.{4})/g, '$1-');
  if (style === 3) return value.replace(/[0-9A-Z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  return value;
}

export const people = [
  '王建军',
  '李秀兰',
  '张伟',
  '刘洋',
  '陈静怡',
  '杨帆',
  '赵国强',
  '黄晓燕',
  '周杰',
  '吴桂芳',
  '徐丽娜',
  '孙浩然',
  '胡梦琪',
  '朱明',
  '高磊',
  '林美玲',
  '何志远',
  '郭婷婷',
  '马腾',
  '罗文斌',
  '梁冬梅',
  '宋雨桐',
  '郑凯',
  '谢春花',
  '韩立新',
  '唐子涵',
  '冯雪',
  '于海波',
  '董思远',
  '萧红',
  '程序涵',
  '曹玉梅',
  '袁泉',
  '邓超群',
  '许晴',
  '傅园慧',
  '沈腾飞',
  '曾庆红',
  '彭博',
  '吕良伟',
  '苏小妹',
  '卢俊义',
  '蒋大为',
  '蔡文静',
  '贾思敏',
  '丁一凡',
  '魏晨',
  '薛之航',
  '叶子豪',
  '阎立本',
  '余秋月',
  '潘安邦',
  '杜若',
  '戴志强',
  '夏天宇',
  '钟灵',
  '汪洋',
  '田甜',
  '任我行',
  '姜文丽',
  '欧阳修远',
  '司马光明',
  '诸葛亮亮',
  '上官婉儿',
] as const;

export const addresses = [
  '甘肃省兰州市城关区东岗西路123号5单元301室',
  '北京市朝阳区建国路88号院3号楼1205室',
  '上海市浦东新区世纪大道1001弄12号602室',
  '广东省深圳市南山区科技园南路5栋8楼',
  '兰州市七里河区西津东路兰石社区12栋2单元',
  '甘肃省定西市安定区凤翔镇永安村三社',
  '四川省成都市武侯区人民南路四段27号',
  '杭州市西湖区文三路478号华星大厦1501室',
  '湖北省武汉市洪山区珞喻路1037号',
  '城关区张掖路街道大众巷15号',
  '陕西省西安市雁塔区小寨东路11号楼3单元902室',
  '江苏省南京市鼓楼区中山北路200号',
  '重庆市渝中区解放碑街道民权路28号',
  '河北省石家庄市长安区建设北大街44号',
  '新疆维吾尔自治区乌鲁木齐市天山区解放南路9号',
  '甘肃省临夏回族自治州永靖县刘家峡镇川东路6号',
  '青海省西宁市城东区八一路3号2单元',
  '安宁区银滩路万里小区7号楼1单元402',
  '天津市和平区南京路75号',
  '皋兰县石洞镇文山村二组',
] as const;

/** Sentences around a value; `%` is where it goes. */
export const carriers = {
  plain: [
    '客户来电反映%无法使用，请尽快核实',
    '联系方式%，希望今天内答复。',
    '（%）办理时被拒，十分不满',
    '核实后回复%',
    '投诉内容：%昨天交易失败',
  ],
  name: [
    '客户%反映排队两个小时',
    '姓名：%，要求退还年费',
    '本人%，昨天在网点办理业务',
    '户名为%的账户被冻结',
    '%先生来电投诉',
    '柜员%态度很差',
    '%女士称未收到短信',
    '持卡人：%，卡片丢失',
  ],
  address: ['寄到%一直没收到', '客户住址：%', '本人家住%，行动不便', '账单地址是%，请更改', '请邮寄至%。'],
} as const;
