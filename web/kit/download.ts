type AnsweredFile = { readonly fileName: string; readonly contentType: string; readonly base64: string };

/** Hands a file that the API answered to the browser's downloads. */
export function download({ fileName, contentType, base64 }: AnsweredFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  save(fileName, new Blob([bytes], { type: contentType }));
}

export function save(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
