import { html, raw } from 'hono/html';

/** A piece of markup whose texts are escaped. */
export type Markup = ReturnType<typeof html>;

/** Nothing is loaded from anywhere; the pages need no script. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

const style = `
:root{--paper:#fbfaf7;--surface:#fff;--ink:#1f2328;--quiet:#57606a;--line:#e4e1da;--action:#1f5fa8;--seal:#b3261e;--good:#1a7f4b}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
main{max-width:960px;margin:0 auto;padding:32px 16px 64px}
main.narrow{max-width:440px}
h1{font-size:24px;margin:0 0 8px}h2{font-size:18px;margin:32px 0 8px}
section,.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:16px 24px;margin:16px 0}
section h2{margin-top:0}
.quiet,small{color:var(--quiet)}.number{font-variant-numeric:tabular-nums}
a{color:var(--action)}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow-x:auto}
label{display:block;margin:16px 0 4px}
input{font:inherit;color:inherit;background:var(--surface);padding:8px;border:1px solid var(--quiet);border-radius:4px;width:100%}
form.inline{display:inline-block;margin:0 8px 8px 0}form.inline input{width:auto}form.inline label{display:inline;margin:0 8px 0 0}
button{font:inherit;padding:8px 16px;border:1px solid var(--action);border-radius:4px;background:var(--surface);color:var(--action);cursor:pointer}
a.enter{display:inline-block;padding:8px 24px;border-radius:4px;background:var(--action);color:#fff;text-decoration:none}
button.primary{background:var(--action);color:#fff;width:100%;margin-top:24px}
:focus-visible{outline:3px solid var(--action);outline-offset:2px}
.tabs{display:flex;gap:24px;border-bottom:1px solid var(--line);margin:16px 0}.tabs a{padding:8px 0;text-decoration:none}
.tabs a[aria-current]{color:var(--ink);font-weight:600;border-bottom:3px solid var(--action)}
.alert{border:1px solid var(--seal);border-left-width:4px;color:var(--seal);background:var(--surface);padding:8px 16px;border-radius:4px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-family:inherit;margin:0}code{overflow-wrap:anywhere}
`;

/** A whole page of the box: calm paper, Chinese first, readable without a script. */
export const page = (title: string, body: Markup, width: 'wide' | 'narrow' = 'wide'): Markup => html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 学创</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body><main class="${width}">${body}</main></body>
</html>`;
