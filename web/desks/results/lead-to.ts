/** Leads the browser to a file of the bucket, which is handed over as a download. */
export function leadTo({ url, fileName }: { readonly url: string; readonly fileName: string }): void {
  Object.assign(document.createElement('a'), { href: url, download: fileName, rel: 'noopener' }).click();
}
