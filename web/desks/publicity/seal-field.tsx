import { Button, Upload } from 'antd';
import { useState } from 'react';
import { evidenceTypeNames } from '#domain/evidence';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { objecting } from '#web/messages/objecting.ts';
import type { Said } from '#web/messages/say.ts';
import { sealFault, uploadSeal } from './seal-upload.ts';

type SealFieldProps = {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (fileId: string | undefined) => void;
};

/** The scan of a unit's seal; its value is the file's id once it was checked. */
export function SealField({ id, value, onChange }: SealFieldProps) {
  const tell = useTell();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Said | undefined>();
  const [trouble, setTrouble] = useState<unknown>();
  const take = async (file: File): Promise<void> => {
    const found = sealFault(file);
    setTrouble(undefined);
    setFault(found && (found.kind === 'type' ? objecting.wrongType : objecting.tooLarge(found.limit)));
    if (found) return;
    setBusy(true);
    try {
      const { fileId, fileName } = await uploadSeal(file);
      setName(fileName);
      onChange?.(fileId);
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="row">
        <Upload
          accept={evidenceTypeNames.join(',')}
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file);
            return false;
          }}
        >
          <Button {...(id && { id })} loading={busy}>
            {tell(value ? objecting.otherFile : objecting.chooseFile)}
          </Button>
        </Upload>
        <span role="status" className="quiet">
          {busy ? tell(objecting.uploading) : value ? tell(objecting.uploaded(name)) : ''}
        </span>
      </div>
      {fault && (
        <p role="alert" style={{ color: 'var(--seal)', margin: 0 }}>
          {tell(fault)}
        </p>
      )}
      {trouble !== undefined && <Trouble error={trouble} />}
    </>
  );
}
