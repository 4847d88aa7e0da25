import { counted, say } from './say.ts';

/** Previews, uploads and whatever has to do with a file. */
export const filesWords = {
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
  fileCount: (count: number) => say(`${count} 个文件`, counted(count, 'file')),
  closePreview: say('收起预览', 'Close the preview'),
} as const;
