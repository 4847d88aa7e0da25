import { say } from './say.ts';

/** Previews, uploads and whatever has to do with a file. */
export const filesWords = {
  readSoFar: (percent: number) => say(`正在读取整个文件：${percent}%`, `The whole file is being read: ${percent}%`),
  preview: (name: string) => say(`预览：${name}`, `Preview: ${name}`),
  page: (at: number, of: number) => say(`第 ${at} 页，共 ${of} 页`, `Page ${at} of ${of}`),
  pageOf: (at: number, of: number) => say(`${at} / ${of}`, `${at} / ${of}`),
  previousPage: say('上一页', 'Previous page'),
  nextPage: say('下一页', 'Next page'),
  zoomIn: say('放大', 'Zoom in'),
  zoomOut: say('缩小', 'Zoom out'),
  fitWidth: say('适合宽度', 'Fit width'),
  percent: (value: number) => say(`${value}%`, `${value}%`),
  rotate: say('旋转', 'Rotate'),
  downloadFile: (name: string, size: string) => say(`下载 ${name}（${size}）`, `Download ${name} (${size})`),
  toolbar: say('预览工具', 'Preview tools'),
  pdfBroken: say('这份 PDF 无法在页面中显示', 'This PDF cannot be shown on the page'),
  pdfBrokenHelp: say(
    '文件可能已加密或损坏。请下载后用本机软件打开；如仍打不开，请让上传单位重新提供。',
    'It may be encrypted or damaged. Download it and open it on this computer; if that fails, ask for the file again.',
  ),
  pictureBroken: say('这张图片无法显示', 'This picture cannot be shown'),
  pictureBrokenHelp: say(
    '可能网络中断或文件损坏，请重试或下载查看。',
    'The connection may have broken or the file is damaged. Try again or download it.',
  ),
  files: say('附件', 'Files'),
  noFiles: say('没有附件', 'No files'),
} as const;

/** Bringing a file in. */
export const uploads = {
  choose: say('选择文件', 'Choose files'),
  chooseOne: say('选择文件', 'Choose a file'),
  photo: say('拍照', 'Take a photo'),
  drop: say('把文件拖到这里，或', 'Drop files here, or'),
  limits: (pdf: string, picture: string) =>
    say(
      `可上传 PDF（不超过 ${pdf}）、JPG 和 PNG 图片（每张不超过 ${picture}）。`,
      `PDF up to ${pdf}, JPG and PNG pictures up to ${picture} each.`,
    ),
  shrink: say(
    '上传前在本机压缩大图片（长边不超过 2560 像素）',
    'Make large pictures smaller on this computer first (2560 px at most)',
  ),
  shrunk: (from: string, to: string) => say(`已在本机压缩：${from} → ${to}`, `Made smaller here: ${from} → ${to}`),
  waiting: say('等待上传', 'Waiting'),
  checking: say('正在核对文件…', 'Checking the file…'),
  shrinking: say('正在压缩图片…', 'Making the picture smaller…'),
  sending: (percent: number) => say(`正在上传 ${percent}%`, `Uploading ${percent}%`),
  resumed: (percent: number) => say(`从上次的 ${percent}% 处继续`, `Going on from ${percent}%`),
  offline: say('连接中断，网络恢复后自动继续', 'The connection broke; it goes on by itself once it is back'),
  confirming: say('正在确认…', 'Confirming…'),
  done: say('已上传', 'Uploaded'),
  failed: say('上传没有完成', 'The upload was not completed'),
  cancelled: say('已取消', 'Cancelled'),
  retry: say('重试', 'Try again'),
  dismiss: say('知道了', 'Dismiss'),
  remove: say('移除', 'Remove'),
  removeFile: (name: string) => say(`移除 ${name}`, `Remove ${name}`),
  removeTitle: say('移除这份材料？', 'Remove this file?'),
  removeText: (name: string) =>
    say(
      `「${name}」将不再作为佐证。已经提交过的版本不受影响。`,
      `“${name}” will no longer be evidence. What was submitted before keeps it.`,
    ),
  progressOf: (name: string) => say(`${name} 的上传进度`, `Upload of ${name}`),
  running: say('正在上传的文件', 'Uploads under way'),
  uploaded: say('已上传的材料', 'Uploaded files'),
  none: say('还没有上传材料', 'Nothing uploaded yet'),
  duplicateHere: (name: string) =>
    say(
      `与已上传的「${name}」内容完全相同，没有再次上传。`,
      `Its content is that of “${name}”; it was not uploaded again.`,
    ),
  duplicateElsewhere: (name: string) =>
    say(
      `内容与另一处的「${name}」相同，已照常上传。`,
      `Its content is that of “${name}” elsewhere; it is uploaded all the same.`,
    ),
  unreadable: say(
    '这张图片打不开，可能已经损坏。请在本机打开确认，再重新选择或拍摄。',
    'This picture cannot be opened; it may be damaged. Check it on this machine, then choose or take it again.',
  ),
  uploadAnyway: say('仍要上传', 'Upload anyway'),
  tooLarge: (size: string, limit: string) =>
    say(
      `文件有 ${size}，超过 ${limit} 的上限。请压缩或拆分后再上传。`,
      `It has ${size}, more than the ${limit} allowed. Make it smaller or split it.`,
    ),
  empty: say('这是一个空文件（0 字节），请检查后重新选择。', 'The file is empty (0 bytes). Check it and choose again.'),
  unknownType: say(
    '不是 PDF、JPG 或 PNG 文件。Word、Excel 等请另存为 PDF 后上传。',
    'It is no PDF, JPG or PNG. Save Word or Excel documents as PDF first.',
  ),
  office: say(
    '这是 Word、Excel 或压缩包文件。请另存为 PDF 后上传。',
    'This is a Word, Excel or archive file. Save it as PDF and upload that.',
  ),
  heic: say(
    '这是 HEIC 照片。请在手机「设置 → 相机 → 格式」中选「兼容性最佳」，或转成 JPG 后上传。',
    'This is a HEIC photo. Choose “Most Compatible” in the phone’s camera settings, or convert it to JPG.',
  ),
  otherPicture: say(
    '这种图片格式（WebP、GIF、BMP、TIFF）不能上传，请转成 JPG 或 PNG。',
    'Pictures of this kind (WebP, GIF, BMP, TIFF) are not taken. Convert to JPG or PNG.',
  ),
  unfinished: say('没有传完的文件', 'Unfinished uploads'),
  unfinishedHelp: (name: string, percent: number) =>
    say(
      `「${name}」上次传到 ${percent}%。请重新选择同一个文件，将从中断处继续。`,
      `“${name}” had come to ${percent}%. Choose the same file again and it goes on from there.`,
    ),
  giveUp: say('放弃', 'Give up'),
  giveUpOf: (name: string) => say(`放弃 ${name}`, `Give up ${name}`),
} as const;
