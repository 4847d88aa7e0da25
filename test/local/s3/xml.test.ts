import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { S3Error } from '#local/s3/errors';
import { element, parseXml, xmlDocument } from '#local/s3/xml';

describe('XML', () => {
  it('carries any text there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const root = parseXml(xmlDocument(element('Delete', [element('Key', text)])));
        expect([root.name, root.children.map((child) => [child.name, child.text])]).toEqual([
          'Delete',
          [['Key', text]],
        ]);
      }),
    );
  });

  it('reads attributes, empty elements, references and white space between elements', () => {
    const root = parseXml('<?xml version="1.0"?>\n<A xmlns="http://x/">\n <B/> <C>&#x20;&#65;&lt;&amp;</C>\n</A>\n');
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([
      ['B', ''],
      ['C', ' A<&'],
    ]);
  });

  it.each([
    '',
    'text',
    '<A>',
    '<A></B>',
    '</A>',
    '<A/><B/>',
    '<A>&unknown;</A>',
    '<A>&amp</A>',
    '<A>&#x110000;</A>',
    '<!DOCTYPE A [<!ENTITY e "x">]><A>&e;</A>',
    '<A><!-- --></A>',
    `${'<A>'.repeat(2000)}${'</A>'.repeat(2000)}`,
  ])('refuses %s', (text) => {
    expect(() => parseXml(text)).toThrow(S3Error);
  });
});
