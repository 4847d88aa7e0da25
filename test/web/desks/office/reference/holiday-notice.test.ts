import { expect, it } from 'vitest';
import { readNotice } from '#web/desks/office/reference/holiday-notice.ts';

/** As it was published for 2026. */
const notice = `经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

it('reads the State Council’s notice as it is pasted', () => {
  const read = readNotice(notice);
  expect(read?.year).toBe(2026);
  expect(read?.holidays).toHaveLength(33);
  expect(read?.holidays).toEqual(expect.arrayContaining(['2026-01-03', '2026-02-15', '2026-02-23', '2026-10-07']));
  expect(read?.workdays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
});

it('reads a holiday over the end of a month, whatever spaces and lines the paste has', () => {
  expect(readNotice('2027 年 春节：1 月 30 日（周六）\n至 2 月 2 日放假。')).toMatchObject({
    holidays: ['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02'],
  });
});

it('finds nothing in another text', () => {
  expect(readNotice('2027年元旦放假')).toBeUndefined();
  expect(readNotice('元旦：1月1日放假。')).toBeUndefined();
  expect(readNotice('')).toBeUndefined();
  expect(readNotice('2027年：2月30日至3月2日放假。')).toMatchObject({ holidays: ['2027-02-30'] });
});
