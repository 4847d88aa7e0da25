import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import { FileField } from './file-field.tsx';
import { sentFile } from './sent-file.ts';

type Known = AnswerOf<'get', '/standards'>['items'][number];
type Way = 'standard' | 'blank' | 'file';

type Fields = {
  readonly source?: string;
  readonly as?: 'version' | 'standard';
  readonly categoryId?: string;
  readonly name?: string;
};

type NewStandardProps = { readonly known: readonly Known[]; readonly close: () => void };

/** Begins a draft: from a standard, from nothing, from a file; then goes there. */
export function NewStandard({ known, close }: NewStandardProps) {
  const tell = useTell();
  const navigate = useNavigate();
  const [way, setWay] = useState<Way>(known.length > 0 ? 'standard' : 'blank');
  const [file, setFile] = useState<File | undefined>();
  const [form] = Form.useForm<Fields>();
  const done = ({ standardId, standardVersion }: { standardId: string; standardVersion: number }) => {
    close();
    void navigate({
      to: '/standards/$standardId/$standardVersion',
      params: { standardId, standardVersion: String(standardVersion) },
    });
  };
  const copy = useAct('post', '/standards', { done });
  const blank = useAct('post', '/standards/blank', { done });
  const take = useAct('post', '/standards/import', { done });
  const act = { standard: copy, blank, file: take }[way];
  const [unread, setUnread] = useState<unknown>();
  const submit = ({ source = '', as = 'version', categoryId = '', name = '' }: Fields): void => {
    if (way === 'blank') {
      blank.mutate({ categoryId, name });
      return;
    }
    if (way === 'file') {
      setUnread(undefined);
      if (file) sentFile(file).then((sent) => take.mutate({ categoryId, ...sent }), setUnread);
      return;
    }
    const [standardId = '', version] = source.split('/');
    copy.mutate({
      from: { standardId, standardVersion: Number(version) },
      as,
      ...(as === 'standard' && { categoryId, name }),
    });
  };
  return (
    <Modal
      open
      title={tell(m.new)}
      okText={tell(m.create)}
      cancelText={tell(kit.cancel)}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: way === 'file' && !file }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="quiet">{tell(m.newHelp)}</p>
      <Radio.Group value={way} onChange={(event) => setWay(event.target.value as Way)} style={{ marginBottom: 16 }}>
        <Radio value="standard" disabled={known.length === 0}>
          {tell(m.fromStandard)}
        </Radio>
        <Radio value="blank">{tell(m.fromBlank)}</Radio>
        <Radio value="file">{tell(m.fromFile)}</Radio>
      </Radio.Group>
      <Form form={form} layout="vertical" initialValues={{ as: 'version' }} onFinish={submit}>
        {way === 'standard' && <SourceFields known={known} />}
        <Form.Item noStyle shouldUpdate>
          {({ getFieldValue }) =>
            (way !== 'standard' || getFieldValue('as') === 'standard') && <PlaceFields named={way !== 'file'} />
          }
        </Form.Item>
        {way === 'file' && <FileField file={file} choose={setFile} />}
      </Form>
      {(unread ?? act.error) && <Trouble error={unread ?? act.error} />}
    </Modal>
  );
}

function SourceFields({ known }: { readonly known: readonly Known[] }) {
  const tell = useTell();
  return (
    <>
      <Form.Item name="source" label={tell(m.source)} rules={[{ required: true, message: tell(m.source) }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={known.map(({ standardId, standardVersion, name }) => ({
            value: `${standardId}/${standardVersion}`,
            label: `${name} · ${tell(m.version(standardVersion))}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="as" label={tell(m.as)}>
        <Radio.Group
          options={[
            { value: 'version', label: tell(m.asVersion) },
            { value: 'standard', label: tell(m.asStandard) },
          ]}
        />
      </Form.Item>
    </>
  );
}

function PlaceFields({ named }: { readonly named: boolean }) {
  const tell = useTell();
  const { data } = useRead('/categories', {});
  return (
    <>
      <Form.Item name="categoryId" label={tell(m.category)} rules={[{ required: true, message: tell(m.category) }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(data?.categories ?? []).map(({ categoryId, name }) => ({ value: categoryId, label: name }))}
        />
      </Form.Item>
      {named && (
        <Form.Item
          name="name"
          label={tell(m.name)}
          rules={[{ required: true, whitespace: true, max: 100, message: tell(m.name) }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      )}
    </>
  );
}
