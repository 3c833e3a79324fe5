import type { Shape } from '../shape';
import type { privacy as zh } from '../zh-CN/privacy';

export const privacy = {
  kind: {
    secret: 'codes and passwords',
    idCard: 'identity card numbers',
    idCard15: '15-digit identity card numbers',
    bankCard: 'bank card numbers',
    mobile: 'mobile numbers',
    phone: 'phone numbers',
    iban: 'international account numbers (IBAN)',
    creditCode: 'social credit codes',
    travelDocument: 'passport and permit numbers',
    email: 'e-mail addresses',
    socialAccount: 'WeChat and QQ accounts',
    plate: 'licence plates',
    account: 'account and passbook numbers',
    address: 'addresses',
    name: 'names',
  },
  kept: {
    secret: 'deleted, nothing is kept',
    idCard: 'the first 3 and the last character are kept',
    idCard15: 'the first 3 digits are kept',
    bankCard: 'the last 4 digits are kept',
    mobile: 'the first 3 and the last 4 digits are kept',
    phone: 'the area code and the last digits are kept',
    iban: 'the country and the last 4 characters are kept',
    creditCode: 'the first 2 and the last 2 characters are kept',
    travelDocument: 'the first letter is kept',
    email: 'the first character and the provider are kept',
    socialAccount: 'hidden completely',
    plate: 'the province and the office letter are kept',
    account: 'the last 4 digits are kept',
    address: 'kept down to the district',
    name: 'the surname is kept',
  },
  title: 'Masking of personal data',
  intro: 'Personal data is found and masked before anything is stored on this computer. The original is never kept.',
  on: 'Mask personal data on import',
  off: 'Masking is off: personal data in this file will be stored on this computer as it is.',
  found: '{count} {count|piece|pieces} of personal data masked in {columns} {columns|column|columns}.',
  foundNone: 'No personal data was found.',
  column: '{name} ({kind})',
  whole:
    '{n} {n|column looks|columns look} like personal data throughout: {columns}. Leave out what the analysis does not need.',
  wholeOff:
    '{n} {n|column looks|columns look} like personal data throughout and will be stored unmasked: {columns}. Switch masking on, or leave {n|it|them} out.',
  wholeUnmasked:
    '{n} {n|column looks|columns look} like personal data throughout but {n|is|are} named as record numbers and {n|is|are} not masked: {columns}. Please check; if {n|it is|they are} personal data, leave {n|it|them} out.',
  namesLimit:
    'Names are found only in part: beside words such as “customer name”, 姓名, 户名, 客户, 本人 or 先生, and in columns headed as names. Names elsewhere in the text can be missed; check a sample before you share the data.',
  addressLimit:
    'An address is recognised when three or more levels (such as district, road, number) follow each other. It is kept down to the district.',
} satisfies Shape<typeof zh>;
