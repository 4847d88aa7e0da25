/** Beyond either of these a picture is made smaller: documents stay legible at 2560 px. */
const LARGE = 2 * 2 ** 20;
const LONGEST = 2560;

export type Pixels = { readonly width: number; readonly height: number };

/** Whether a picture is worth making smaller. */
export const isLarge = (size: number, { width, height }: Pixels): boolean =>
  size > LARGE || Math.max(width, height) > LONGEST;

/** The size of a picture; nothing where this browser cannot draw it, as a damaged one. */
export async function pixelsOf(file: Blob): Promise<Pixels | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const { width, height } = picture;
    picture.close();
    return { width, height };
  } catch {
    return undefined;
  }
}

type Shrinking = { readonly pixels: Pixels; readonly signal: AbortSignal; readonly told: (done: number) => void };

/** A picture as it will be uploaded: the same, or a smaller one of the same name and type. It is never larger. */
export async function shrunk(file: File, { pixels, signal, told }: Shrinking): Promise<File> {
  if (!isLarge(file.size, pixels)) return file;
  const [{ default: compress }, { default: library }] = await Promise.all([
    import('browser-image-compression'),
    import('browser-image-compression/dist/browser-image-compression.js?url&no-inline'),
  ]);
  const smaller = await compress(file, {
    maxSizeMB: LARGE / 2 ** 20,
    maxWidthOrHeight: LONGEST,
    initialQuality: 0.86,
    useWebWorker: true,
    // Its worker fetches the library again, by default from a network that is not ours.
    libURL: new URL(library, location.href).href,
    signal,
    onProgress: (percent) => told(percent / 100),
  });
  if (smaller.size >= file.size) return file;
  return new File([smaller], file.name, { type: file.type, lastModified: file.lastModified });
}
