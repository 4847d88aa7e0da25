import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { mayAdminister } from '#domain/policies';
import { checkStandard } from '#domain/standard-check';
import type { StandardContent } from '#domain/standards';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useCategoryName } from '#web/api/names.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useLeaveGuard } from '#web/kit/leave-guard.ts';
import { Page } from '#web/kit/page.tsx';
import { Show, Trouble } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import { Acts } from './acts.tsx';
import { NodeForm } from './node-form.tsx';
import { Problems } from './problems.tsx';
import { Stale } from './stale.tsx';
import { StandardTree } from './tree.tsx';
import { useEditor } from './use-editor.ts';

type StandardAnswer = AnswerOf<'get', '/standards/{standardId}/{standardVersion}'>;

/** One version of a standard: read, or edited while it is a draft. */
export function StandardPage() {
  const { standardId, standardVersion } = useParams({ from: '/desk/standards/$standardId/$standardVersion' });
  const standard = useRead('/standards/{standardId}/{standardVersion}', {
    standardId,
    standardVersion: Number(standardVersion),
  });
  return (
    <Show of={standard}>
      {(data) => <Desk key={`${standardId}/${standardVersion}`} standard={data} reload={standard.refetch} />}
    </Show>
  );
}

/** What is edited, without which one it is. */
const contentOf = ({ name, label, source, note, fullMarks, indicators }: StandardAnswer): StandardContent => ({
  name,
  label,
  ...(source !== undefined && { source }),
  ...(note !== undefined && { note }),
  fullMarks,
  indicators,
});

type DeskProps = { readonly standard: StandardAnswer; readonly reload: () => Promise<unknown> };

function Desk({ standard, reload }: DeskProps) {
  const tell = useTell();
  const actor = useActor();
  const categoryName = useCategoryName();
  const { standardId, standardVersion, status } = standard;
  // The version that was read when the editing began: an answer that comes meanwhile must not hide another's change.
  const [read] = useState(() => ({ content: contentOf(standard), version: standard.version }));
  const editor = useEditor(read.content);
  const save = useAct('put', '/standards/{standardId}/{standardVersion}');
  const mayEdit = mayAdminister(actor) && status === 'draft';
  const version = save.data?.version ?? read.version;
  const problems = useMemo(
    () => checkStandard({ ...standard, ...editor.content, version: standardVersion }),
    [standard, editor.content, standardVersion],
  );
  const keep = async (): Promise<void> => {
    const sent = editor.content;
    await save.mutateAsync({ standardId, standardVersion, version, ...sent });
    editor.keep(sent);
  };
  useSaveKey(mayEdit && editor.isChanged, keep);
  useLeaveGuard(editor.isChanged);
  return (
    <Page
      title={editor.content.name}
      number={`${categoryName(standard.categoryId)} · ${tell(m.version(standardVersion))}`}
      crumbs={[{ label: tell(m.title), to: '/standards' }]}
      status={<Status state={status} />}
      actions={
        <Acts
          standard={{ ...standard, version }}
          editor={editor}
          mayEdit={mayEdit}
          isSound={problems.length === 0}
          save={keep}
          isSaving={save.isPending}
        />
      }
    >
      {isProblem(save.error, 'StaleVersion') ? (
        <Stale reload={() => reload().then(() => location.reload())} />
      ) : (
        save.error && <Trouble error={save.error} retry={keep} />
      )}
      {!mayEdit && mayAdminister(actor) && <p className="quiet">{tell(m.readOnly)}</p>}
      {mayEdit && <Problems problems={problems} choose={editor.choose} />}
      <div className="standard-desk">
        <div className="card" style={{ padding: 0 }}>
          <StandardTree editor={editor} problems={mayEdit ? problems : []} mayEdit={mayEdit} />
        </div>
        <div className="card">
          <NodeForm editor={editor} problems={mayEdit ? problems : []} mayEdit={mayEdit} />
        </div>
      </div>
    </Page>
  );
}

/** Ctrl+S saves, as everywhere. */
function useSaveKey(isOn: boolean, save: () => Promise<void>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      // A refusal is shown on the page.
      if (isOn) save().catch(() => undefined);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isOn, save]);
}
