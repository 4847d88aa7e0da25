import { html } from 'hono/html';
import type { DeadLetter } from '../dead-letters.ts';
import type { KeptMail } from '../mail.ts';
import { type Markup, page } from './layout.ts';
import { shanghaiTime } from './time.ts';

const back = html`<p><a href="/">← 首页 <span lang="en">Front page</span></a></p>`;

/** What the system would have sent. */
export const mailPage = (mails: readonly KeptMail[]): Markup =>
  page(
    '已发邮件',
    html`${back}<h1>已发邮件 <small lang="en">Mail</small></h1>
<p class="quiet">单机环境不向外发信，邮件存于数据目录，最新的在前。 <span lang="en">Nothing leaves this machine; the newest first.</span></p>
${mails.length === 0 ? html`<p>还没有邮件。 <span lang="en">No mail yet.</span></p>` : mails.map(mailCard)}`,
  );

const mailCard = ({ subject, to, at, text }: KeptMail): Markup => html`<article class="card"><h2>${subject}</h2>
<p class="quiet">收件人 <span lang="en">To</span> ${to} · <span class="number">${shanghaiTime(Date.parse(at))}</span></p><pre>${text}</pre></article>`;

/** Records that a consumer of the stream could not take, with their content. */
export const deadLettersPage = (letters: readonly DeadLetter[]): Markup =>
  page(
    '未能处理的消息',
    html`${back}<h1>未能处理的消息 <small lang="en">Dead letters</small></h1>
${letters.length === 0 ? html`<p>没有。 <span lang="en">None.</span></p>` : letters.map(letterCard)}`,
  );

const letterCard = (letter: DeadLetter): Markup => html`<article class="card">
<h2>${letter.consumer} · <span class="number">${letter.sequenceNumber}</span></h2>
<p class="quiet"><span class="number">${shanghaiTime(Date.parse(letter.at))}</span> · 尝试 ${letter.attempts} 次 <span lang="en">attempts</span></p>
<p class="alert">⚠ ${letter.error}</p>
<details><summary>内容 <span lang="en">Content</span></summary><pre>${JSON.stringify(letter.payload, null, 2)}</pre></details></article>`;
