import { toHalfWidth } from '../../kernel/text';
import type { HeaderContext } from './types';

const card = /卡号|银行卡|card\s*(?:no|num|number|pan)|^pan$/i;
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
const recordNumber =
  /(?:工单|投诉|事件|流水|业务|订单|申请|合同|凭证|交易|案件|单据|受理|记录|批次|机构|网点|柜员|设备|终端|产品)(?:编|流水)?(?:号|码|代码)|编号|单号|序号|流水|工号|行号|(?:^|[\s_])id$|\b(?:ticket|case|complaint|reference|record|transaction|order|branch|call)[\s_]*(?:id|no|num|number|ref)\b/i;

/**
 * What a column header says about the cells below it.
 *
 * Shape  column: the header as written, any width
 */
export function headerContext(column: string): HeaderContext {
  const header = toHalfWidth(column).trim();
  const personal = card.test(header) || account.test(header) || idDocument.test(header);
  return {
    card: card.test(header),
    account: account.test(header),
    idDocument: idDocument.test(header),
    travelDocument: travelDocument.test(header),
    secret: secret.test(header),
    social: social.test(header),
    name: chineseName.test(header) || latinName.test(header),
    address: address.test(header),
    recordNumber: !personal && recordNumber.test(header),
  };
}
