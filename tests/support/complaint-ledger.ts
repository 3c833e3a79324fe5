import { createRandom } from '../../src/domain/sample/random.ts';
import { formatIsoDate, toEpochDay } from '../../src/kernel/dates.ts';

const outlets = Array.from({ length: 40 }, (_, i) => `第${i + 1}支行`);
const channels = ['网点', '客服热线', '手机银行', '监管转办', '信函'];
const categories = [
  '排队等候时间长',
  '柜员服务态度',
  '收费不透明',
  '手机银行故障',
  '转账未到账',
  '账户限额冻结',
  '业务办理超时',
  '其他',
];
const words = [
  '等了四十分钟',
  '态度生硬',
  '没有解释',
  '系统打不开',
  '多次来电',
  '无人回复',
  '重复扣费',
  '材料退回',
  '窗口太少',
  '机器故障',
];

/**
 * A complaint ledger of ten columns: ids, dates, categories, free text, amounts, durations.
 *
 * Another seed gives other rows, and another name to one column: each round imports the first file of its shape, so that
 * no round pays for looking through the rows of those before it.
 */
export function complaintLedger(seed: number, rows: number): string {
  const random = createRandom(seed);
  const below = (count: number): number => Math.floor(random.next() * count);
  const firstDay = toEpochDay(2024, 1, 1);
  const lines = [`工单编号${seed},受理日期,机构名称,受理渠道,投诉类别,投诉内容,涉及金额,处理时长,是否逾期,办结日期`];
  for (let row = 0; row < rows; row++) {
    const day = firstDay + below(366);
    const text = Array.from({ length: 2 + below(3) }, () => words[below(words.length)]).join('，');
    lines.push(
      [
        `${seed}${String(row).padStart(8, '0')}`,
        formatIsoDate(day),
        outlets[below(outlets.length)],
        channels[below(channels.length)],
        categories[below(categories.length)],
        text,
        random.next() < 0.3 ? '' : (random.next() * 10_000).toFixed(2),
        (random.next() * 300).toFixed(1),
        random.next() < 0.1 ? '是' : '否',
        formatIsoDate(day + 1 + below(20)),
      ].join(','),
    );
  }
  return lines.join('\r\n');
}
