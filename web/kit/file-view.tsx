import { Button } from 'antd';
import { useState } from 'react';
import { ask } from '#web/api/client.ts';

export type SeenFile = {
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
};

/** A file of the bucket, shown in the page. */
export function FileView({ file }: { readonly file: SeenFile }) {
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    const { url } = await ask('get', '/files/{fileId}/link', { fileId: file.fileId });
    window.open(url, '_blank', 'noopener');
    setBusy(false);
  };
  return (
    <Button loading={busy} onClick={open}>
      {file.fileName}
    </Button>
  );
}
