/**
 * Writes a complaint file in the shape of a core banking system's export, and beside it what is true of it.
 *
 * GBK with CRLF, three title lines above the header and a total line below the rows, dates in four styles, leading
 * zeros, amounts with thousands separators and in 万, blank cells, and invented personal data with valid check digits
 * in the free text (region code 99 does not exist, the card numbers are from test ranges). Always the same bytes.
 *
 * Usage: npx tsx scripts/make-core-export.ts [FOLDER]
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleCores } from '../src/domain/sample/cores';
import { createRandom, type Random } from '../src/domain/sample/random';
import { passesLuhn } from '../src/ingest/mask/detect-bank-card';
import { idCardCheckCharacter } from '../src/ingest/mask/detect-id-card';
import { formatIsoDate, formatIsoMonth, fromEpochDay, monthIndexOf, toEpochDay } from '../src/kernel/dates';
import { gbkEncoder } from '../tests/support/gbk';

const rowCount = 20_000;
const firstDay = toEpochDay(2024, 1, 1);
const lastDay = toEpochDay(2024, 12, 31);
/** In this month a change of duty rosters made many answers late. */
const lateMonth = 2024 * 12 + 8;
const lateShare = { usual: 0.062, lateMonth: 0.105 };

/** The bank's word, the link it means (null: none), its weight. */
const categories: readonly { readonly word: string; readonly link: string | null; readonly weight: number }[] = [
  { word: '排队等候时间长', link: 'G2.2.1', weight: 21 },
  { word: '客服热线转人工难', link: 'G2.3.7', weight: 13 },
  { word: '手机银行故障', link: 'G3.3.2', weight: 11 },
  { word: '柜员服务态度', link: 'G3.2.1', weight: 9 },
  { word: '收费不透明', link: 'G2.3.5', weight: 8 },
  { word: '账户限额冻结', link: 'G2.3.2', weight: 7.5 },
  { word: '业务办理超时', link: 'G2.2.2', weight: 6 },
  { word: '转账未到账', link: 'G3.3.4', weight: 5 },
  { word: '自助设备故障', link: 'G3.3.1', weight: 4 },
  { word: '信用卡计息争议', link: 'G2.3.6', weight: 3.5 },
  { word: '提前还款受限', link: 'G2.3.4', weight: 3 },
  { word: '征信信息有误', link: 'G3.3.5', weight: 2 },
  { word: '营销电话骚扰', link: 'G4.1.5', weight: 2 },
  { word: '理财销售误导', link: 'G4.2.2', weight: 1.5 },
  { word: '投诉无回复', link: 'G3.8.2', weight: 1.5 },
  { word: '其他', link: null, weight: 1.2 },
  { word: '', link: null, weight: 0.8 },
];
const outlets = [
  '营业部',
  '城东支行',
  '城西支行',
  '城南支行',
  '城北支行',
  '人民路支行',
  '滨河支行',
  '高新区支行',
  '大学城支行',
  '老街支行',
  '新城支行',
  '临港支行',
];
const channels = ['网点', '客服热线', '手机银行', '网上银行', '监管转送'];
const people = ['王建军', '李秀兰', '张伟', '刘洋', '陈静', '赵国强', '黄晓燕', '周杰'];
const header = [
  '工单编号',
  '受理日期',
  '机构号',
  '机构名称',
  '受理渠道',
  '投诉类别',
  '投诉内容',
  '涉及金额(元)',
  '处理时长(小时)',
  '是否逾期',
  '备注',
];
const titles = [
  '某某银行客户投诉工单明细表',
  '统计期间：2024年1月1日至2024年12月31日',
  '导出人：系统管理员  导出时间：2025-01-02 08:30:15',
];

type Personal = 'bankCard' | 'mobile' | 'idCard' | 'phone' | 'email' | 'name';

interface Row {
  readonly day: number;
  readonly category: number;
  readonly late: boolean;
  /** In fen, so that sums are exact; null = blank. */
  readonly amount: number | null;
  /** In tenths of an hour. */
  readonly hours: number;
  readonly personal: readonly Personal[];
  readonly cells: readonly string[];
}

function makeRow(random: Random, index: number, day: number): Row {
  const category = random.weighted(categories.map((c) => c.weight));
  const late = random.chance(monthIndexOf(day) === lateMonth ? lateShare.lateMonth : lateShare.usual);
  const amount = random.chance(0.35) ? null : random.whole(100, 5_000_000);
  const inWan = amount !== null && random.chance(0.12);
  // 万 with two decimals: rounded first, so that the cell and the truth are one number.
  const fen = inWan ? Math.max(10_000, Math.round(amount / 10_000) * 10_000) : amount;
  const hours = late ? random.whole(3600, 6000) : random.whole(5, 3500);
  const { text, personal } = narrative(random, categories[category].link);
  const outlet = random.whole(0, outlets.length - 1);
  const cells = [
    String(index + 1).padStart(10, '0'),
    writeDate(random.whole(0, 3), day),
    `0${101 + outlet}`,
    outlets[outlet],
    channels[random.weighted([30, 42, 18, 6, 4])],
    categories[category].word,
    text,
    fen === null ? '' : inWan ? `${fen / 1_000_000}万` : thousands(fen),
    String(hours / 10),
    late ? '是' : '否',
    random.chance(0.08) ? '已电话回复' : '',
  ];
  return { day, category, late, amount: fen, hours, personal, cells };
}

function narrative(
  random: Random,
  link: string | null,
): { readonly text: string; readonly personal: readonly Personal[] } {
  const core = link === null ? '情况说明不清，待补充材料' : random.pick(sampleCores[link]);
  const extra = random.next();
  if (extra < 0.04) return { text: `${core}，卡号${card(random)}`, personal: ['bankCard'] };
  if (extra < 0.11) return { text: `${core}。联系电话${mobile(random)}`, personal: ['mobile'] };
  if (extra < 0.13) return { text: `${core}，身份证号${idCard(random)}，请核实`, personal: ['idCard'] };
  if (extra < 0.14)
    return { text: `姓名：${random.pick(people)}，${core}，电话${mobile(random)}`, personal: ['name', 'mobile'] };
  if (extra < 0.145) return { text: `${core}，座机0931-8${digits(random, 6)}`, personal: ['phone'] };
  if (extra < 0.15) return { text: `${core}，回复至user${digits(random, 3)}@example.com`, personal: ['email'] };
  return { text: core, personal: [] };
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}

function card(random: Random): string {
  const body = random.pick(['411111', '555555', '622200']) + digits(random, 9);
  const number = Array.from({ length: 10 }, (_, check) => `${body}${check}`).find(passesLuhn) ?? body;
  return random.chance(0.3) ? number.replace(/(\d{4})(?=\d)/g, '$1 ') : number;
}

function mobile(random: Random): string {
  const number = `1380013${digits(random, 4)}`;
  return random.chance(0.2) ? `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}` : number;
}

function idCard(random: Random): string {
  const day = formatIsoDate(toEpochDay(random.whole(1950, 2004), random.whole(1, 12), random.whole(1, 28)));
  const first = `990101${day.replaceAll('-', '')}${digits(random, 3)}`;
  return first + idCardCheckCharacter(first);
}

function writeDate(style: number, epochDay: number): string {
  const { year, month, day } = fromEpochDay(epochDay);
  if (style === 0) return formatIsoDate(epochDay);
  if (style === 1) return `${year}/${month}/${day}`;
  if (style === 2) return `${year}年${month}月${day}日`;
  return formatIsoDate(epochDay).replaceAll('-', '.');
}

/** Fen as yuan with thousands separators: 1,234.50 */
function thousands(fen: number): string {
  const yuan = String(Math.floor(fen / 100)).replace(/(\d)(?=(\d{3})+$)/g, '$1,');
  return `${yuan}.${String(fen % 100).padStart(2, '0')}`;
}

function toLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

function tally<K extends string>(keys: readonly K[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function truthOf(rows: readonly Row[], bytes: Uint8Array): object {
  const late = rows.filter((row) => row.late).length;
  const mean = late / rows.length;
  const months = [...new Set(rows.map((row) => monthIndexOf(row.day)))].sort((a, b) => a - b);
  const lateByMonth = months.map((month) => {
    const within = rows.filter((row) => monthIndexOf(row.day) === month);
    const n = within.length;
    const defectives = within.filter((row) => row.late).length;
    const width = 3 * Math.sqrt((mean * (1 - mean)) / n);
    return {
      month: formatIsoMonth(month),
      n,
      late: defectives,
      share: defectives / n,
      lower: Math.max(0, mean - width),
      upper: mean + width,
    };
  });
  return {
    note: 'Invented. Made by scripts/make-core-export.ts.',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding: 'gb18030',
    delimiter: ',',
    headerRow: titles.length + 1,
    totalRow: titles.length + 1 + rows.length + 1,
    rows: rows.length,
    columns: header,
    blanks: Object.fromEntries(header.map((name, i) => [name, rows.filter((row) => row.cells[i] === '').length])),
    categories: tally(rows.map((row) => categories[row.category].word)),
    links: Object.fromEntries(categories.flatMap((c) => (c.link === null ? [] : [[c.word, c.link]]))),
    uncodedRows: rows.filter((row) => categories[row.category].link === null).length,
    linkCounts: tally(rows.flatMap((row) => categories[row.category].link ?? [])),
    outlets: tally(rows.map((row) => row.cells[3])),
    firstDate: formatIsoDate(firstDay),
    lastDate: formatIsoDate(lastDay),
    sumAmount: rows.reduce((sum, row) => sum + (row.amount ?? 0), 0) / 100,
    sumHours: rows.reduce((sum, row) => sum + row.hours, 0) / 10,
    personal: tally(rows.flatMap((row) => row.personal)),
    late: {
      count: late,
      mean,
      byMonth: lateByMonth,
      outside: lateByMonth.filter((m) => m.share > m.upper || m.share < m.lower).map((m) => m.month),
    },
    dpmo: { defects: late, units: rows.length, opportunities: 1, dpmo: mean * 1_000_000 },
  };
}

const folder = process.argv[2] ?? join(import.meta.dirname, '../tests/fixtures/core-export');
const random = createRandom(20_240_601);
const days = Array.from({ length: rowCount }, (_, i) =>
  i === 0 ? firstDay : i === rowCount - 1 ? lastDay : random.whole(firstDay, lastDay),
).sort((a, b) => a - b);
const rows = days.map((day, i) => makeRow(random, i, day));
const sumFen = rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
const sumHours = rows.reduce((sum, row) => sum + row.hours, 0) / 10;
const total = ['合计', '', '', '', '', '', `共${rowCount}笔`, thousands(sumFen), String(sumHours), '', ''];
const lines = [...titles, ...[header, ...rows.map((row) => row.cells), total].map(toLine)];
const bytes = gbkEncoder()(`${lines.join('\r\n')}\r\n`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'core-export.csv'), bytes);
writeFileSync(join(folder, 'core-export.truth.json'), `${JSON.stringify(truthOf(rows, bytes), null, 2)}\n`);
process.stdout.write(`${rows.length} rows, ${bytes.length} bytes\n`);
