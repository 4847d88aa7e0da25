import { counted, say } from './say.ts';

/** What the autosave says of itself, on every desk that writes. */
export const drafts = {
  automatic: say('内容会自动保存', 'What you write is saved by itself'),
  saving: say('正在保存…', 'Saving…'),
  saved: (time: string) => say(`已保存 ${time}`, `Saved ${time}`),
  savedHere: (time: string) => say(`已存于本机 ${time}`, `Kept on this computer ${time}`),
  keepingHere: say('正在存于本机…', 'Keeping it on this computer…'),
  offline: say(
    '离线，内容已存于本机，恢复连接后自动保存',
    'Offline. What you wrote is kept on this computer and saved once the connection is back',
  ),
  offlineKeeping: say('离线，正在存于本机…', 'Offline. Keeping it on this computer…'),
  offlineUnkept: say(
    '离线，且本机无法保存，请勿关闭此页',
    'Offline, and this computer cannot keep it. Do not close this page',
  ),
  signedOut: say(
    '登录已过期，内容已存于本机，重新登录后自动保存',
    'Your sign-in has ended. What you wrote is kept on this computer and saved after you sign in again',
  ),
  refused: (why: string) => say(`未能保存：${why}`, `Not saved: ${why}`),
  held: (count: number) =>
    say(`${count} 处不符合要求，未保存；其余已保存`, `${counted(count, 'field')} not saved; the rest is`),
  contested: (count: number) =>
    say(`${count} 处在另一窗口或由他人修改，请选择`, `${counted(count, 'field')} changed elsewhere too: choose below`),
  news: (fields: string) => say(`另一窗口或同事修改了：${fields}，已并入`, `Changed elsewhere and taken in: ${fields}`),
  comma: say('、', ', '),
  tryNow: say('立即重试', 'Try now'),
  signIn: say('重新登录', 'Sign in again'),
  conflictTitle: (field: string) => say(`「${field}」在别处也作了修改`, `"${field}" was changed elsewhere too`),
  conflictHelp: say(
    '两处内容都保留着，请选择以哪一处为准。未采用的一处仍可在下方找回。',
    'Both are kept. Choose which one stands; the other can still be found below.',
  ),
  mine: say('我这里的', 'Mine'),
  theirs: say('另一处已保存的', 'Saved elsewhere'),
  takeMine: say('采用我这里的', 'Take mine'),
  takeTheirs: say('采用另一处的', 'Take the other'),
  blank: say('（空）', '(empty)'),
  aside: (count: number) => say(`未采用的内容（${count}）`, `Texts not taken (${count})`),
  copy: say('复制', 'Copy'),
  copied: say('已复制', 'Copied'),
  putAway: say('不再需要', 'Not needed any more'),
  leaveTitle: say('还有内容没有保存到服务器', 'Some of what you wrote is not on the server'),
  leaveText: (count: number) =>
    say(
      `有 ${count} 份内容只存于本机。现在退出将从本机删除这些内容，且不能恢复。`,
      `${counted(count, 'document')} on this computer only. Signing out now removes what you wrote, for good.`,
    ),
  leaveVerb: say('退出并删除', 'Sign out and remove'),
} as const;
