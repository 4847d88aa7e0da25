import { MoreOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { type AnswerOf, ask as call } from '#web/api/client.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { download } from '#web/kit/download.ts';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import { FileField } from './file-field.tsx';
import { sentFile } from './sent-file.ts';
import type { Editor } from './use-editor.ts';

type StandardAnswer = AnswerOf<'get', '/standards/{standardId}/{standardVersion}'>;

type ActsProps = {
  readonly standard: StandardAnswer;
  readonly editor: Editor;
  readonly mayEdit: boolean;
  readonly isSound: boolean;
  readonly save: () => Promise<void>;
  readonly isSaving: boolean;
};

/** What can be done to the version that is open. */
export function Acts({ standard, editor, mayEdit, isSound, save, isSaving }: ActsProps) {
  const tell = useTell();
  const actor = useActor();
  const { message } = App.useApp();
  const { standardId, standardVersion, status } = standard;
  const params = { standardId, standardVersion: String(standardVersion) };
  const saveAndSay = (): void => {
    save().then(
      () => message.success(tell(m.saved)),
      () => undefined, // told on the page
    );
  };
  return (
    <>
      {mayEdit && (
        <>
          <Button
            type="text"
            icon={<UndoOutlined aria-hidden />}
            aria-label={tell(m.undo)}
            disabled={!editor.mayUndo}
            onClick={editor.undo}
          />
          <Button
            type="text"
            icon={<RedoOutlined aria-hidden />}
            aria-label={tell(m.redo)}
            disabled={!editor.mayRedo}
            onClick={editor.redo}
          />
          <span className="quiet" role="status">
            {tell(editor.isChanged ? m.unsaved : m.saved)}
          </span>
          {editor.isChanged ? (
            <Button type="primary" loading={isSaving} onClick={saveAndSay}>
              {tell(m.save)}
            </Button>
          ) : (
            <Publish standard={standard} isSound={isSound} />
          )}
        </>
      )}
      <Link to="/standards/$standardId/$standardVersion/compare" params={params} search={{}}>
        {tell(m.compare)}
      </Link>
      {mayAdminister(actor) && status !== 'draft' && <NextVersion standard={standard} />}
      <More standard={standard} mayEdit={mayEdit} />
    </>
  );
}

function Publish({ standard, isSound }: { readonly standard: StandardAnswer; readonly isSound: boolean }) {
  const tell = useTell();
  const ask = useConsequence();
  const publish = useAct('post', '/standards/{standardId}/{standardVersion}/publish');
  const { standardId, standardVersion, name } = standard;
  return (
    <Button
      type="primary"
      danger
      disabled={!isSound}
      onClick={() =>
        ask({
          title: tell(m.publishTitle(name)),
          consequence: tell(m.publishHelp),
          verb: tell(m.publish),
          seal: true,
          act: () => publish.mutateAsync({ standardId, standardVersion }),
        })
      }
    >
      {tell(m.publish)}
    </Button>
  );
}

function NextVersion({ standard: { standardId, standardVersion } }: { readonly standard: StandardAnswer }) {
  const tell = useTell();
  const navigate = useNavigate();
  const copy = useAct('post', '/standards', {
    done: (made) =>
      navigate({
        to: '/standards/$standardId/$standardVersion',
        params: { standardId: made.standardId, standardVersion: String(made.standardVersion) },
      }),
  });
  return (
    <Button
      loading={copy.isPending}
      onClick={() => copy.mutate({ from: { standardId, standardVersion }, as: 'version' })}
    >
      {tell(m.nextVersion)}
    </Button>
  );
}

function More({ standard, mayEdit }: { readonly standard: StandardAnswer; readonly mayEdit: boolean }) {
  const tell = useTell();
  const ask = useConsequence();
  const navigate = useNavigate();
  const actor = useActor();
  const [isReplacing, setReplacing] = useState(false);
  const { standardId, standardVersion, version, status, name } = standard;
  const retire = useAct('post', '/standards/{standardId}/{standardVersion}/retire');
  const discard = useAct('post', '/standards/{standardId}/{standardVersion}/discard', {
    changes: ['/standards'],
    done: () => navigate({ to: '/standards' }),
  });
  const save = async (format: 'xlsx' | 'json'): Promise<void> =>
    download(
      await call('get', '/standards/{standardId}/{standardVersion}/export', { standardId, standardVersion, format }),
    );
  const items = [
    { key: 'xlsx', label: tell(m.exportXlsx), onClick: () => void save('xlsx') },
    { key: 'json', label: tell(m.exportJson), onClick: () => void save('json') },
    ...(mayEdit ? [{ key: 'replace', label: tell(m.replaceByFile), onClick: () => setReplacing(true) }] : []),
    ...(mayEdit
      ? [
          {
            key: 'discard',
            danger: true,
            label: tell(m.discard),
            onClick: () =>
              void ask({
                title: tell(m.discardTitle(name)),
                consequence: tell(m.discardHelp),
                verb: tell(m.discard),
                seal: true,
                act: () => discard.mutateAsync({ standardId, standardVersion, version }),
              }),
          },
        ]
      : []),
    ...(mayAdminister(actor) && status === 'published'
      ? [
          {
            key: 'retire',
            danger: true,
            label: tell(m.retire),
            onClick: () =>
              void ask({
                title: tell(m.retireTitle(name)),
                consequence: tell(m.retireHelp),
                verb: tell(m.retire),
                seal: true,
                act: () => retire.mutateAsync({ standardId, standardVersion }),
              }),
          },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<MoreOutlined aria-hidden />} aria-label={tell(kit.more)} />
      </Dropdown>
      {isReplacing && <Replace standard={standard} close={() => setReplacing(false)} />}
    </>
  );
}

function Replace({ standard, close }: { readonly standard: StandardAnswer; readonly close: () => void }) {
  const tell = useTell();
  const [file, setFile] = useState<File | undefined>();
  const [unread, setUnread] = useState<unknown>();
  const { standardId, standardVersion, version } = standard;
  // The editor began with the draft as it was; it begins anew with what the file says.
  const replace = useAct('put', '/standards/{standardId}/{standardVersion}/import', { done: () => location.reload() });
  const run = (): void => {
    setUnread(undefined);
    if (file)
      sentFile(file).then((sent) => replace.mutate({ standardId, standardVersion, version, ...sent }), setUnread);
  };
  return (
    <Modal
      open
      title={tell(m.replaceByFile)}
      okText={tell(m.replaceByFile)}
      cancelText={tell(kit.cancel)}
      okButtonProps={{ danger: true, disabled: !file }}
      confirmLoading={replace.isPending}
      onOk={run}
      onCancel={close}
    >
      <p>{tell(m.replaceHelp)}</p>
      <FileField file={file} choose={setFile} />
      {(unread ?? replace.error) && <Trouble error={unread ?? replace.error} />}
    </Modal>
  );
}
