import { toHalfWidth } from '../../kernel/text';
import type { HeaderContext } from './types';

const card = /卡号|银行卡|card\s*(?:no|num|number|pan)|^(?:card|pan)$/i;
const account = /账号|帐号|账户|帐户|存折|户口|户头|account\s*(?:no|num|number)|iban/i;
const idDocument = /身份证|证件号|证件号码|id\s*card|identity|national\s*id/i;
const travelDocument = /护照|通行证|证件号|证件号码|passport/i;
const secret = /密码|验证码|校验码|动态码|口令|password|passcode|\bpin\b|\botp\b|\bcvv2?\b/i;
const social = /微信|wechat|\bqq\b/i;
const chineseName =
  /姓名|户名|^(?:客户|投诉人|联系人|持卡人|收款人|付款人|申请人|经办人|当事人|法人|法定代表人)(?:名称?)?$/;
const latinName =
  /^(?:(?:customer|client|consumer|complainant|contact|account\s*holder|holder|full|first|last|family|given)[\s_'s]*)?name$|^surname$/i;
const address =
  /住址|(?:客户|家庭|联系|通讯|通信|邮寄|居住|户籍|单位|详细)地址|^地址$|^(?:home|mailing|postal|street|customer)?\s*address$/i;
// Behind these words nothing follows but what `bareOf` takes off: 电话渠道投诉量 and "card type" hold no such numbers.
const phone =
  /(?:联系方式|联系号码|来电号码|电话|手机|座机|固话|传真|主叫|被叫|phone|mobile|telefax|msisdn|(?:^|[^a-z])(?:tel|fax|cell|contact|caller|caller\s*id))$/i;
const numbered =
  /(?:卡|账号|帐号|账户|帐户|存折|证件|身份证|护照|通行证|微信|密码|口令|(?:验证|校验|动态)码|(?:^|[^a-z])(?:card|pan|account|iban|id\s*card|identity|passport|qq|wechat|password|passcode|pin|otp))$/i;
const money =
  /金额|余额|额$|(?:存款|贷款|资产|负债|收入|支出|利润|收益|费用|成本|规模|总计|合计)(?:总?量)?(?:[(/[【_\s].*)?$|(?:^|[(/_\s])[千万百亿]*元\)?$|amount|balance|revenue|(?:total|costs?|deposits?|loans?|assets?)$|(?:^|[^a-z])(?:rmb|cny|usd|eur)(?:$|[^a-z])/i;
const recordNumber =
  /(?:工单|投诉|事件|流水|业务|订单|申请|合同|凭证|交易|案件|单据|受理|记录|批次|机构|网点|柜员|设备|终端|产品)(?:编|流水)?(?:号|码|代码)|编号|单号|序号|流水|工号|行号|(?:^|[\s_])id$|\b(?:ticket|case|complaint|reference|record|transaction|order|branch|call)[\s_]*(?:id|no|num|number|ref)\b/i;

/**
 * What a column header says about the cells below it.
 *
 * Shape  column: the header as written, any width
 */
export function headerContext(column: string): HeaderContext {
  const header = toHalfWidth(column).trim();
  const named = bareOf(header);
  const isContact = phone.test(named);
  const personal = isContact || card.test(header) || account.test(header) || idDocument.test(header);
  return {
    card: card.test(header),
    account: account.test(header),
    idDocument: idDocument.test(header),
    travelDocument: travelDocument.test(header),
    secret: secret.test(header),
    social: social.test(header),
    name: chineseName.test(header) || latinName.test(header),
    address: address.test(header),
    phone: isContact,
    number: isContact || numbered.test(named),
    amount: money.test(header) && !isContact && !numbered.test(named),
    recordNumber: !personal && recordNumber.test(header),
  };
}

/** The header without brackets, a count and the word for a number at its end: 联系方式(手机), `phone_no`, 卡号, 电话2. */
function bareOf(header: string): string {
  const bare = header.replace(/[([【].*$/, '').replace(/[\s_-]?\d?\s?$/, '');
  const named = bare.replace(/(?:(?<=[卡证件机话折信q])号码?|(?:^|[\s_-])(?:no\.?|num|number))$/i, '').trimEnd();
  return named === '' ? header : named;
}
