/**
 * Characters that are common in each script, to tell apart byte sequences that several encodings accept.
 *
 * Source  the most frequent characters of modern Chinese and Korean prose, with the words of complaint files.
 */

const sharedHan =
  '的一是不了人我在有他中大上地到你出就分和主可以要自会生下作子天于多能好小部其工使行成方用如面事所然文法之同心水平' +
  '先力理正合明月日年本公第二三四五六七八九十百千元件次名本市民街北京南西海路口支中心手回答信用卡未完成更正查定期' +
  '外加高服反因位金各由此者保持受求交取直入立至向少分己今原料告知通知制度短信接通低高新老旧色快慢打交地址性女男不' +
  '客柜否真重品收改利率起意度速送退提失前后日期分行批示';

const simplifiedOnly =
  '这来个们为说国时过对发经动还学进种产电无么开关实现从当两长点机应业样间样问题务处办单号诉类别网点称态户话费额银' +
  '调满职员营厅线服务柜员队等候时长理财贷款还账转证汇总计处罚综联系响应钟钱请贵历违规资险储让给见写认设计办领导亲' +
  '结束统报错误异严远该节级场数据连续锁码义训练价归属层标记录复杂术备';

const traditionalOnly =
  '這來個們為說國時過對發經動還學進種產電無麼開關實現從當兩長點機應業樣間問題務處辦單號訴類別網點稱態戶話費額銀' +
  '調滿職員營廳線服務櫃檯隊等候時長理財貸款還賬轉證匯總計處罰綜聯繫響應鐘錢請貴歷違規資險儲讓給見寫認設計辦領導親' +
  '結束統報錯誤異嚴遠該節級場數據連續鎖碼義訓練價歸屬層標記錄複雜術備灣環誤櫃後';

const hangul =
  '이다는가을를에의고하지로은도사기서한인리시자대어해나그아일스정보수있부들과만동제으전장여원상주선요안화라비성경구유' +
  '마우생조공계중신오적게미용할음무분내연관세개산소것며면력물위했습니까입년월회외모불심귀별령점매대객은행창구상담원친' +
  '절빠른느린업무처결과질문답변항목매우보통만족';

/** Common characters of simplified Chinese. */
export const frequentSimplified: ReadonlySet<string> = new Set(sharedHan + simplifiedOnly);

/** Common characters of traditional Chinese. */
export const frequentTraditional: ReadonlySet<string> = new Set(sharedHan + traditionalOnly);

/** Common syllables of Korean. */
export const frequentHangul: ReadonlySet<string> = new Set(hangul);
