import { describe, expect, it } from 'vitest';
import { createMasker } from '../../../../src/ingest/mask/create-masker';
import { passesLuhn } from '../../../../src/ingest/mask/detect-bank-card';
import { isCreditCode } from '../../../../src/ingest/mask/detect-credit-code';
import { isIban } from '../../../../src/ingest/mask/detect-iban';
import { idCardCheckCharacter, isIdCard } from '../../../../src/ingest/mask/detect-id-card';

const mask = createMasker({ column: '投诉内容', type: 'text' });
const kinds = (text: string, column = '投诉内容'): string[] =>
  createMasker({ column, type: 'text' })(text).hits.map((hit) => hit.kind);

describe('check digits', () => {
  it('I15 accepts the published vectors', () => {
    expect(isIdCard('11010519491231002X')).toBe(true);
    expect(isIdCard('440524188001010014')).toBe(true);
    expect(idCardCheckCharacter('11010519491231002')).toBe('X');
    expect(passesLuhn('4111111111111111')).toBe(true);
    expect(passesLuhn('6222020000000000000')).toBe(true);
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isIban('GB82WEST12345698765432')).toBe(true);
    expect(isIban('DE89370400440532013000')).toBe(true);
  });

  it('I15 refuses each vector with one character changed', () => {
    expect(isIdCard('110105194912310021')).toBe(false);
    expect(isIdCard('110105194902310024')).toBe(false);
    expect(passesLuhn('4111111111111112')).toBe(false);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(isIban('GB82WEST12345698765433')).toBe(false);
  });
});

describe('masks', () => {
  it.each([
    ['身份证11010519491231002X已上传', '身份证110**************X已上传'],
    ['请回电138 0013 8000', '请回电138****8000'],
    ['请回电+86 138-0013-8000', '请回电138****8000'],
    ['请回电１３８００１３８０００', '请回电138****8000'],
    ['座机010-62345678', '座机010-****5678'],
    ['座机（0931）8765432', '座机(0931)****5432'],
    ['拨打400-123-4567', '拨打400-****567'],
    ['call +44 20 7946 0958 please', 'call +44****958 please'],
    ['call me at (555) 234-5678', 'call me at (555)****5678'],
    ['call 555-234-5678 now', 'call 555-***-5678 now'],
    ['卡号4111 1111 1111 1111', '卡号************1111'],
    ['我的6222020000000000000被盗刷', '我的***************0000被盗刷'],
    ['卡号6222020000000000001', '卡号***************0001'],
    ['账号 101012345678', '账号 ********5678'],
    ['统一社会信用代码91350100M000100Y43', '统一社会信用代码91**************43'],
    ['GB82 WEST 1234 5698 7654 32 to pay', 'GB****************5432 to pay'],
    ['护照E12345678过期', '护照E********过期'],
    ['车牌甘A12345停在门口', '车牌甘A*****停在门口'],
    ['邮箱zhang.san@example.com', '邮箱z***@example.com'],
    ['微信号：abc_12345', '微信号：***'],
    ['QQ：12345678', 'QQ：***'],
    ['验证码是123456，请查收', '验证码是***，请查收'],
    ['密码：Abc12345', '密码：***'],
    ['客户张伟反映排队久', '客户张**反映排队久'],
    ['姓名：欧阳修远', '姓名：欧阳**'],
    ['甘肃省兰州市城关区东岗西路123号5单元301室', '甘肃省兰州市城关区***'],
  ])('%s', (text, masked) => {
    expect(mask(text).text).toBe(masked);
  });

  it.each([
    '工单202403150001234567已受理',
    '金额6222020000000000000元',
    '亏了￥13800138000',
    '2024年03月15日 12:30:45 交易',
    '交易流水20240315123045',
    '拨打95588一直占线',
    '卡里13800138000.55',
    '客户经理一直联系不上，客户高度不满',
    '客户要求赔偿，客户应该得到答复',
    '李先生来电投诉',
    '城关区张掖路支行排队太久',
    '验证码60秒内失效，密码输错3次',
    '110105194912310021',
    '4111111111111112',
    'wechatpay is down',
    '550e8400-e29b-41d4-a716-446655440000',
    '满意度100%，等待45分钟',
  ])('leaves alone: %s', (text) => {
    expect(mask(text)).toEqual({ text, hits: [] });
  });

  it('names the kind of every hit and shows only what is left of it', () => {
    expect(mask('张伟先生，电话13800138000，邮箱a@b.cn').hits).toEqual([
      { kind: 'name', masked: '张**' },
      { kind: 'mobile', masked: '138****8000' },
      { kind: 'email', masked: 'a***@b.cn' },
    ]);
  });

  it('lets the longer of two overlapping hits count', () => {
    expect(kinds('账号6222020000000000000')).toEqual(['bankCard']);
    expect(kinds('密码13800138000')).toEqual(['secret']);
  });
});

describe('the column header counts as a word standing near', () => {
  it('finds the parts of an address only in a column headed as addresses', () => {
    expect(createMasker({ column: '家庭住址', type: 'text' })('城关区东岗西路12号').text).toBe('城关区***');
    expect(createMasker({ column: '网点地址', type: 'text' })('城关区东岗西路').hits).toEqual([]);
  });

  it.each([
    ['卡号', '9999020200112230846', 'bankCard', '***************0846'],
    ['身份证号', '990106199912310000', 'idCard', '990**************0'],
    ['还款账号', '101012345678', 'account', '********5678'],
    ['客户姓名', '张三', 'name', '张**'],
    ['户名', '欧阳修远', 'name', '欧阳**'],
    ['Customer name', 'John Smith', 'name', 'J**'],
    ['微信', 'abcdef123', 'socialAccount', '***'],
    ['初始密码', 'hello', 'secret', '***'],
  ])('%s: %s', (column, text, kind, masked) => {
    expect(createMasker({ column, type: 'text' })(text)).toEqual({ text: masked, hits: [{ kind, masked }] });
  });

  it('keeps the name of an organisation in a column of account names', () => {
    expect(kinds('兰州某某商贸有限公司', '户名')).toEqual([]);
  });

  it('leaves the running numbers of the bank alone, except identity numbers', () => {
    expect(kinds('6222020000000000000', '工单编号')).toEqual([]);
    expect(kinds('13800138000', '投诉编号')).toEqual([]);
    expect(kinds('11010519491231002X', '投诉编号')).toEqual(['idCard']);
  });

  it('takes them for what they are only in cells that are one number', () => {
    expect(kinds('已回电13800138000', '处理流水')).toEqual(['mobile']);
    expect(kinds('T-01 卡6222020000000000000未到账', '投诉编号及内容')).toEqual(['bankCard']);
    expect(kinds('call 13800138000', 'case no')).toEqual(['mobile']);
    expect(kinds('TS-15031512345', '投诉编号及内容')).toEqual([]);
    expect(kinds('15031512345', '处理流水')).toEqual([]);
  });

  it.each([
    ['联系方式', '62345678', '****5678'],
    ['联系电话（手机）', '1380013800', '******3800'],
    ['contact', '13800138000.0', '138****8000'],
    ['电话2', '62345678/13800138000', '****5678/138****8000'],
  ])('%s: a number of any length is one of a person: %s', (column, text, masked) => {
    expect(createMasker({ column, type: 'identifier' })(text).text).toBe(masked);
  });

  it('finds personal numbers among measures, and no sums of money', () => {
    const inNumbers = (column: string, text: string): string[] =>
      createMasker({ column, type: 'number' })(text).hits.map(({ kind }) => kind);
    expect(inNumbers('手机', '13800138000')).toEqual(['mobile']);
    expect(inNumbers('量', '13800138000.0')).toEqual(['mobile']);
    expect(inNumbers('量', '6222020000000000000')).toEqual(['bankCard']);
    expect(inNumbers('量', '13800138000.00')).toEqual([]);
    expect(inNumbers('量', '4001234567')).toEqual([]);
    for (const column of ['贷款余额', '金额', '各项存款(元)', '资产（万元）', 'amount', 'total_cny', 'deposits'])
      expect(inNumbers(column, '13800138000'), column).toEqual([]);
    for (const column of ['存款账号', '贷款人', 'loan account'])
      expect(inNumbers(column, '13800138000'), column).toEqual(['mobile']);
  });

  it('returns the cells of columns of dates as they are', () => {
    expect(createMasker({ column: '手机', type: 'date' })('13800138000').hits).toEqual([]);
  });
});
