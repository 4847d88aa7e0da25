import { Form } from 'antd';
import { useState } from 'react';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import { UploadBox } from '#web/uploads/upload-box.tsx';

type Props = { readonly applicationId: string; readonly label: string; readonly isRequired?: boolean };

/** The scan of a signed paper, as `fileId` of the form around it; nothing that the office enters stands without one. */
export function SheetField({ applicationId, label, isRequired = true }: Props) {
  const tell = useTell();
  const form = Form.useFormInstance();
  const [name, setName] = useState<string | undefined>();
  const isThere = Boolean(Form.useWatch('fileId', form));
  return (
    <>
      <Form.Item label={label} required={isRequired} style={{ marginBottom: 0 }}>
        <UploadBox
          place={{ purpose: 'signed-sheet', subjectId: applicationId }}
          label={label}
          arrived={({ fileId, fileName }) => {
            form.setFieldValue('fileId', fileId);
            setName(fileName);
          }}
        />
      </Form.Item>
      {isThere && <p role="status">{tell(name ? m.sheetArrived(name) : m.sheetKept)}</p>}
      <Form.Item name="fileId" rules={isRequired ? [{ required: true, message: tell(m.noSheet) }] : []}>
        <input type="hidden" />
      </Form.Item>
    </>
  );
}
