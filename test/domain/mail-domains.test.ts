import { describe, expect, it } from 'vitest';
import { institutionalDomain } from '#domain/mail-domains';

describe('the institution behind a mail address', () => {
  it.each([
    ['li@example.com.cn', 'example.com.cn'],
    ['li@mail.cs.example.edu.cn', 'example.edu.cn'],
    ['LI@Example.ORG', 'example.org'],
    ['ｌｉ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'example.org'],
    ['li@qq.com', undefined],
    ['li@vip.163.com', undefined],
    ['li@yahoo.com.cn', undefined],
    ['li@com.cn', 'com.cn'],
    ['li@localhost', undefined],
    ['lihua', undefined],
    ['', undefined],
  ])('of %j is %j', (address, domain) => {
    expect(institutionalDomain(address)).toBe(domain);
  });
});
