import { describe, expect, it } from 'vitest';
import { importChoices, type ImportChoice } from '../../../../src/domain/events/import-events';
import { proposeFields, proposeWord, readAgreement } from '../../../../src/domain/events/import-words';
import { zhCN } from '../../../../src/i18n/zh-CN';
import { en } from '../../../../src/i18n/en';

describe('the words of a ledger', () => {
  it('recognises the columns of a common export, each once', () => {
    const names = [
      '工单编号',
      '受理 时间',
      '受理渠道',
      '被投诉网点',
      '投诉内容（客户原话）',
      '业务类别',
      '办理渠道',
      '处理人',
      '工单状态',
      '投诉类别',
      '备注',
    ];
    const found = proposeFields(names.map((name, i) => ({ id: `c${i}`, name })));
    expect(found).toEqual({
      sourceNumber: 'c0',
      receivedAt: 'c1',
      source: 'c2',
      outlet: 'c3',
      narrative: 'c4',
      business: 'c5',
      channel: 'c6',
      owner: 'c7',
      status: 'c8',
      link: 'c9',
    });
  });

  it('recognises the words of both catalogues as themselves', () => {
    const scopes: Record<ImportChoice, (code: string) => string[]> = {
      source: (code) => [zhCN.events.source[code as 'app'], code],
      channel: (code) => [zhCN.events.channel[code as 'lobby'], code],
      business: (code) => [zhCN.events.business[code as 'loan'], code],
      status: (code) => [zhCN.events.status[code as 'merged'], code],
      replyMethod: (code) => [zhCN.events.method[code as 'visit'], code],
      liability: (code) => [code],
    };
    for (const choice of Object.keys(importChoices) as ImportChoice[]) {
      for (const code of importChoices[choice]) {
        for (const word of scopes[choice](code))
          expect([choice, word, proposeWord(choice, word)]).toEqual([choice, word, code]);
      }
    }
    expect(en.events.status.archived).not.toBe('');
  });

  it('does not guess between two, and reads agreement only from plain words', () => {
    expect(proposeWord('status', '不知道')).toBeNull();
    expect(proposeWord('business', '信用卡贷款')).toBeNull();
    expect(['是', '不满意', '一般', 'Yes'].map(readAgreement)).toEqual([true, false, null, true]);
  });
});
