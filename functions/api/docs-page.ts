import { html, raw } from 'hono/html';
import type { Route } from './route.ts';

const style = `body{font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:960px;
margin:2rem auto;padding:0 1rem;background:#FBFAF7;color:#1F2328}h2{border-bottom:1px solid #E4E1DA;margin-top:2rem}
code{font-family:ui-monospace,monospace}td{padding:.2rem .8rem .2rem 0;vertical-align:top}a{color:#1F5FA8}
.method{display:inline-block;width:4rem;color:#57606A;text-transform:uppercase}`;

const row = (route: Route) =>
  html`<tr>
    <td><code><span class="method">${route.method}</span>/api${route.path}</code></td>
    <td>${route.zh}<br /><small lang="en">${route.en}${route.access === 'public' ? ' (public)' : ''}</small></td>
  </tr>`;

const section = (tag: string, routes: readonly Route[]) =>
  html`<h2 id="${tag}">${tag}</h2>
    <table>
      ${routes.filter((route) => route.tag === tag).map(row)}
    </table>`;

/** The list of operations for a reader; the machine-readable document is beside it. */
export function docsPage(routes: readonly Route[]) {
  const tags = [...new Set(routes.map((route) => route.tag))];
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>学创 API</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <h1>学创 API</h1>
        <p>
          机器可读的完整文档(OpenAPI 3.1):<a href="openapi.json">openapi.json</a>。每个 POST 须带
          <code>Idempotency-Key</code>，每个 PUT 须带 <code>If-Match</code>；错误为 problem+json，含代码、字段和中英文说明。
        </p>
        <p lang="en">
          The full document is <a href="openapi.json">openapi.json</a>. Every POST takes an Idempotency-Key, every PUT an
          If-Match; errors are problem+json with a code, the fields and a sentence in both languages.
        </p>
        ${tags.map((tag) => section(tag, routes))}
      </body>
    </html>`;
}
