/** A size as people read it: `820 KB`, `3.4 MB`. Units of 1,024, as the limits are. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
  const megabytes = bytes / 1024 ** 2;
  return `${megabytes >= 100 ? Math.round(megabytes) : megabytes.toFixed(1).replace(/\.0$/, '')} MB`;
}
