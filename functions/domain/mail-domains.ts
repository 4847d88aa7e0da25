/** Providers at whom anybody has an address: sharing one of them ties nobody to anybody. */
const publicProviders = [
  'qq.com',
  '163.com',
  '126.com',
  'yeah.net',
  '188.com',
  'sina.com',
  'sina.cn',
  'sohu.com',
  'tom.com',
  '21cn.com',
  '139.com',
  '189.cn',
  'wo.cn',
  'aliyun.com',
  'foxmail.com',
  'dingtalk.com',
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'live.cn',
  'msn.com',
  'yahoo.com',
  'yahoo.cn',
  'yahoo.com.cn',
  'icloud.com',
  'me.com',
  'proton.me',
  'protonmail.com',
];

/** Second levels below .cn under which anybody registers: the owner's own label comes before them. */
const sharedSuffix = /(?:^|\.)(?:com|net|org|gov|edu|ac|mil)\.cn$/;

/**
 * The domain of the institution behind a mail address: `mail.cs.example.edu.cn` is `example.edu.cn`. Undefined for
 * what is no address and for public providers, their subdomains (vip.163.com) included.
 */
export function institutionalDomain(address: string): string | undefined {
  const domain = /^[^@\s]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(address.normalize('NFKC').trim().toLowerCase())?.[1];
  if (domain === undefined) return undefined;
  const owned = domain.split('.').slice(sharedSuffix.test(domain) ? -3 : -2);
  const owner = owned.join('.');
  return publicProviders.includes(owner) ? undefined : owner;
}
