/* Runs in any browser, so it is written in the oldest JavaScript. `inert` came with Chromium 102. */
(() => {
  if ('noModule' in document.createElement('script') && 'inert' in HTMLElement.prototype && 'structuredClone' in window)
    return;
  // Modules run before the page is complete: they are told at once not to begin.
  document.documentElement.setAttribute('data-too-old', '');
  document.addEventListener('DOMContentLoaded', () => {
    var root = document.getElementById('root');
    if (!root) return;
    root.innerHTML =
      '<div style="max-width:640px;margin:64px auto;padding:0 16px;font:16px/1.65 \'Microsoft YaHei\',sans-serif;color:#1f2328">' +
      '<h1 style="font-size:22px">您的浏览器版本较旧，无法打开工作台</h1>' +
      '<p>请改用 Chromium 102 或更新内核的浏览器，例如新版 360 安全浏览器（极速模式）、奇安信可信浏览器、统信浏览器、Edge 或 Chrome。已经填写的内容保存在服务器上，换浏览器登录后可继续。</p>' +
      '<p lang="en">This browser is too old for the desks. Please use one on Chromium 102 or newer (Edge, Chrome, 360, Qi An Xin, UOS). What you have filled in is kept on the server.</p></div>';
  });
})();

/*
 * A browser that keeps nothing for this site (cookies blocked) throws where its storage is merely named. What is only
 * read works all the same; signing in says why it does not (web/shell/callback.tsx).
 */
(() => {
  try {
    window.localStorage.getItem('');
    window.sessionStorage.getItem('');
    return;
  } catch {
    document.documentElement.setAttribute('data-keeps-nothing', '');
  }
  ['localStorage', 'sessionStorage'].forEach((name) => {
    var kept = {};
    Object.defineProperty(window, name, {
      value: {
        getItem: (key) => (key in kept ? kept[key] : null),
        setItem: (key, value) => {
          kept[key] = String(value);
        },
        removeItem: (key) => {
          delete kept[key];
        },
      },
    });
  });
})();
