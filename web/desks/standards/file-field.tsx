import { UploadOutlined } from '@ant-design/icons';
import { Button, Form, Upload } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';

type FileFieldProps = { readonly file: File | undefined; readonly choose: (file: File | undefined) => void };

/** One workbook or JSON document, chosen but not sent yet. */
export function FileField({ file, choose }: FileFieldProps) {
  const tell = useTell();
  return (
    <Form.Item label={tell(m.file)} extra={tell(m.fileHelp)}>
      <Upload
        accept=".xlsx,.json"
        maxCount={1}
        fileList={file ? [{ uid: file.name, name: file.name }] : []}
        beforeUpload={(chosen) => {
          choose(chosen);
          return false;
        }}
        onRemove={() => choose(undefined)}
      >
        <Button icon={<UploadOutlined aria-hidden />}>{tell(m.chooseFile)}</Button>
      </Upload>
    </Form.Item>
  );
}
