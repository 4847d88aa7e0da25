import { Button, Upload } from 'antd';
import { useState } from 'react';
import { evidenceTypeNames } from '#domain/evidence';
import { useAttempts } from '#web/kit/act-dialog.tsx';
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
  const [fault, setFault] = useState<Said | undefined>();
  const { isBusy, trouble, attempt, forget } = useAttempts();
  const take = async (file: File): Promise<void> => {
    const found = sealFault(file);
    forget();
    setFault(found && (found.kind === 'type' ? objecting.wrongType : objecting.tooLarge(found.limit)));
    if (found) return;
    await attempt(async () => {
      const { fileId, fileName } = await uploadSeal(file);
      setName(fileName);
      onChange?.(fileId);
    });
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
          <Button {...(id && { id })} loading={isBusy}>
            {tell(value ? objecting.otherFile : objecting.chooseFile)}
          </Button>
        </Upload>
        <span role="status" className="quiet">
          {isBusy ? tell(objecting.uploading) : value ? tell(objecting.uploaded(name)) : ''}
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
