import { S3Error } from './errors.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters are written as references, as S3 does: a parser would normalize a raw CR away. */
const escapeText = (text: string): string =>
  text.replace(/[&<>"\p{Cc}]/gu, (sign) => entities[sign] ?? `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);

/** One element whose children are text (escaped here) or already written elements. */
export const element = (name: string, content: string | number | boolean | readonly XmlElement[]): XmlElement => ({
  xml: `<${name}>${Array.isArray(content) ? content.map(({ xml }) => xml).join('') : escapeText(String(content))}</${name}>`,
});

export type XmlElement = { readonly xml: string };

/** A whole document; S3's answers carry its namespace, its errors do not. */
export const xmlDocument = (root: XmlElement, namespaced = true): string => {
  const body = namespaced
    ? root.xml.replace(/^<(\w+)>/, '<$1 xmlns="http://s3.amazonaws.com/doc/2006-03-01/">')
    : root.xml;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
};

export type XmlNode = { readonly name: string; text: string; readonly children: XmlNode[] };

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const malformed = (): S3Error =>
  new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate against our schema.');

function unescapeText(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const numeric = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
    const point = numeric ? Number.parseInt(numeric[1] ?? numeric[2] ?? '', numeric[1] ? 16 : 10) : Number.NaN;
    const replacement = point <= 0x10ffff ? String.fromCodePoint(point) : references[name];
    if (replacement === undefined || !whole.endsWith(';')) throw malformed();
    return replacement;
  });
}

const token = /<\?xml[^>]*\?>|<\/([A-Za-z]\w*)\s*>|<([A-Za-z]\w*)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>|([^<]+)/y;

/** Parses the small subset that S3's requests use: elements and text; no DTD, comments or CDATA. */
export function parseXml(document: string): XmlNode {
  const root: XmlNode = { name: '', text: '', children: [] };
  const open: XmlNode[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < document.length) {
    const [, closing, opening, empty, text] = token.exec(document) ?? [];
    const current = open.at(-1) ?? root;
    if (text !== undefined) current.text += unescapeText(text);
    else if (opening !== undefined) {
      const node: XmlNode = { name: opening, text: '', children: [] };
      current.children.push(node);
      if (!empty) open.push(node);
    } else if (closing !== undefined) {
      if (current.name !== closing || open.length === 1) throw malformed();
      open.pop();
    } else if (token.lastIndex === 0) throw malformed();
    if (open.length > 10) throw malformed();
  }
  const [only, ...others] = root.children;
  if (!only || others.length > 0 || open.length > 1 || root.text.trim() !== '') throw malformed();
  return only;
}
