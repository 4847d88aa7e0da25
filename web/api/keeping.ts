/** Whether this browser keeps nothing for the site, as `public/browser.js` found: nobody can sign in with it. */
export const keepsNothing = (): boolean => document.documentElement.hasAttribute('data-keeps-nothing');
