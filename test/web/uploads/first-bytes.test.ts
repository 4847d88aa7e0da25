import { describe, expect, it } from 'vitest';
import { evidenceTypes } from '#domain/evidence';
import { uploads } from '#web/messages/files.ts';
import { HEAD, lookAt, namedAs, tooLarge } from '#web/uploads/first-bytes.ts';

const head = (text: string): Uint8Array => Uint8Array.from({ length: HEAD }, (_, at) => text.charCodeAt(at) || 0);

describe('the first bytes of a file', () => {
  it.each([
    ['%PDF-1.7', 'application/pdf'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
  ])('tell what it is: %j', (text, type) => {
    expect(lookAt(100, head(text))).toEqual({ type });
  });

  it.each([
    ['a Word file', 'PK\x03\x04', uploads.office],
    ['an old Word file', '\xd0\xcf\x11\xe0', uploads.office],
    ['an iPhone’s photo', '\0\0\0\x18ftypheic', uploads.heic],
    ['a WebP picture', 'RIFF\0\0\0\0WEBP', uploads.otherPicture],
    ['a TIFF scan', 'II*\0', uploads.otherPicture],
    ['something else', 'hello', uploads.unknownType],
  ])('say what to do about %s', (_, text, refused) => {
    expect(lookAt(100, head(text))).toEqual({ refused });
  });

  it('are missing in an empty file', () => {
    expect(lookAt(0, new Uint8Array())).toEqual({ refused: uploads.empty });
  });

  it('give a file the ending of its type', () => {
    expect(namedAs('image/jpeg', '照片.JPG')).toBe('照片.JPG');
    expect(namedAs('image/jpeg', 'photo.jfif')).toBe('photo.jpg');
    expect(namedAs('image/png', 'image')).toBe('image.png');
    expect(namedAs('application/pdf', '2026.03.01 总结')).toBe('2026.03.01 总结.pdf');
  });

  it('and its size are held to the domain’s limit', () => {
    const { limit } = evidenceTypes['image/png'];
    expect(tooLarge('image/png', limit)).toBeUndefined();
    expect(String(tooLarge('image/png', limit + 1)?.zh)).toContain('超过 30 MB');
  });
});
