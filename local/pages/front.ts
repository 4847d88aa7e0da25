import { html } from 'hono/html';
import type { BoxDeps, BoxStatus } from '../box-app.ts';
import { type Markup, page } from './layout.ts';
import { shanghaiInput, shanghaiTime } from './time.ts';

const hour = 3_600_000;

type FrontPage = Pick<BoxDeps, 'people' | 'demoPassword' | 'hasConsole'> & {
  readonly now: number;
  readonly status: BoxStatus;
};

/** Where somebody who has just started the box finds everything. */
export const frontPage = ({ people, demoPassword, hasConsole, now, status }: FrontPage): Markup =>
  page(
    '首页',
    html`<h1>学创 <small lang="en">Learning organizations, the yearly cycle</small></h1>
<p>学习型组织创建管理：申报、自评、推荐、评审、公示、命名、复评。本页为单机演示环境。<br>
<span class="quiet" lang="en">This is the box: the whole system on one machine.</span></p>
${entrances(hasConsole)}${signIns(people, demoPassword, hasConsole)}${clockSection(now)}${workings(status)}`,
  );

const entrances = (
  hasConsole: boolean,
): Markup => html`<section aria-labelledby="entrances"><h2 id="entrances">入口 <small lang="en">Entrances</small></h2>
${hasConsole ? html`<p><a class="enter" href="/console/">进入工作台 <span lang="en">Open the desks</span></a></p>` : ''}
<ul>
${hasConsole ? html`<li><a href="/console/notices">公示与异议 <span lang="en">Public notices</span></a></li>` : ''}
<li><a href="/api/docs">接口说明 <span lang="en">API documentation</span></a> · <a href="/api/openapi.json">openapi.json</a></li>
<li><a href="/box/mail">已发邮件 <span lang="en">Mail</span></a></li>
<li><a href="/box/dead-letters">未能处理的消息 <span lang="en">Dead letters</span></a></li>
</ul></section>`;

const signIns = (
  people: FrontPage['people'],
  password: string,
  hasConsole: boolean,
): Markup => html`<section aria-labelledby="people">
<h2 id="people">演示账号 <small lang="en">Demo sign-ins</small></h2>
<p>所有演示账号的密码均为 <code>${password}</code>。也可在登录页自行注册。 <span class="quiet" lang="en">One password for all; or register on the sign-in page.</span></p>
${hasConsole ? html`<p>初次使用：以 <code>office</code> 登录，首页「开始使用」会一步步带您发布第一个批次。 <span class="quiet" lang="en">New here? Sign in as office: “Getting started” leads to the first cycle.</span></p>` : ''}
<div class="scroll"><table><thead><tr><th scope="col">用户名 <small lang="en">User name</small></th><th scope="col">姓名 <small lang="en">Name</small></th><th scope="col">角色 <small lang="en">Role</small></th>${hasConsole ? html`<th scope="col">登录 <small lang="en">Sign in</small></th>` : ''}</tr></thead>
<tbody>${people.map(
  ({ username, displayName, roleHint }) =>
    html`<tr><td><code>${username}</code></td><td>${displayName}</td><td>${roleHint}</td>${hasConsole ? html`<td><a href="/console/sign-in?as=${username}" aria-label="登录 Sign in: ${username}">登录</a></td>` : ''}</tr>`,
)}</tbody></table></div></section>`;

const clockSection = (now: number): Markup => html`<section aria-labelledby="clock">
<h2 id="clock">时钟 <small lang="en">Clock</small></h2>
<p>系统时间 <strong class="number">${shanghaiTime(now)}</strong>（北京时间）。只能向前调，调后不能退回。 <span class="quiet" lang="en">It only moves forward.</span></p>
${moveButton(hour, '+1 小时', '+1 h')}${moveButton(24 * hour, '+1 天', '+1 day')}
<form class="inline" method="post" action="/box/clock"><label for="advanceTo">调至 <small lang="en">Move to</small></label>
<input id="advanceTo" name="advanceTo" type="datetime-local" min="${shanghaiInput(now)}" value="${shanghaiInput(now)}" required>
<button>调整 <span lang="en">Move</span></button></form></section>`;

const moveButton = (milliseconds: number, zh: string, en: string): Markup =>
  html`<form class="inline" method="post" action="/box/clock"><input type="hidden" name="advanceBy" value="${milliseconds}"><button>${zh} <span lang="en">${en}</span></button></form>`;

const workings = ({ engine, mail, deadLetters }: BoxStatus): Markup => html`<section aria-labelledby="workings">
<h2 id="workings">运行状态 <small lang="en">Workings</small></h2>
<p>流程引擎：<strong>${engine === 'running' ? '▶ 运行中' : '⏸ 已暂停'}</strong> <span class="quiet" lang="en">Workflow engine: ${engine}</span></p>
<form method="post" action="/box/engine"><input type="hidden" name="state" value="${engine === 'running' ? 'paused' : 'running'}">
<button>${engine === 'running' ? html`暂停 <span lang="en">Pause</span>` : html`继续 <span lang="en">Resume</span>`}</button></form>
<p class="number">邮件 <span lang="en">mail</span> ${mail} · 未能处理 <span lang="en">dead letters</span> ${deadLetters}</p></section>`;
