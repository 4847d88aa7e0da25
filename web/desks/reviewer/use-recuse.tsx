import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { RecuseDialog } from './recuse.tsx';

type Case = { readonly assignmentId: string; readonly organizationName: string };

/** Leaving a case: `recuse(item)` opens the dialog, which is to be put on the page. */
export function useRecuse(done?: () => void): { recuse: (item: Case) => void; dialog: ReactNode } {
  const tell = useTell();
  const { message } = App.useApp();
  const [item, setItem] = useState<Case | undefined>();
  const [open, setOpen] = useState(false);
  const act = useAct('post', '/assignments/{assignmentId}/recuse');
  return {
    recuse: (asked) => {
      setItem(asked);
      setOpen(true);
    },
    dialog: item && (
      <RecuseDialog
        open={open}
        title={tell(reviewer.recuseTitle(item.organizationName))}
        consequence={tell(reviewer.recuseConsequence)}
        close={() => setOpen(false)}
        act={async (recusal) => {
          const { seatVacant } = await act.mutateAsync({ assignmentId: item.assignmentId, ...recusal });
          message.success(tell(seatVacant ? reviewer.recusedVacant : reviewer.recused));
          done?.();
        }}
      />
    ),
  };
}
