import { PushpinOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, App, Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { Cycle } from '#domain/cycles';
import { isTimeFor } from '#domain/stages';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { When } from '#web/kit/time.tsx';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCases, usePool } from './known.ts';
import { CasePicker, ExpertPicker } from './pickers.tsx';

type Pin = AnswerOf<'get', '/cycles/{cycleId}/pins'>['items'][number];
type Row = Pin & { readonly unit: string; readonly expert: string };
type Props = { readonly cycle: Cycle; readonly isDrawn: boolean; readonly mayAct: boolean };

/** 指定: whom the office sets on panels before the draw, each with its reason; what was released stays on the record. */
export function Pins({ cycle, isDrawn, mayAct }: Props) {
  const { cycleId } = cycle;
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const read = useRead('/cycles/{cycleId}/pins', { cycleId });
  const hasPins = (read.data?.items.length ?? 0) > 0;
  const { items: cases } = useCases(cycleId, {}, hasPins);
  const { nameOf } = usePool();
  const isOpenForActs = mayAct && isTimeFor('draw', cycle);
  const rows = useMemo((): Row[] => {
    const units = new Map(cases.map((each) => [each.applicationId, each.organizationName]));
    return (read.data?.items ?? []).map((pin) => ({
      ...pin,
      unit: units.get(pin.applicationId) ?? pin.applicationId,
      expert: nameOf(pin.reviewerId),
    }));
  }, [read.data, cases, nameOf]);
  const columns = useColumns(cycleId, isOpenForActs);
  return (
    <div className="stack">
      <p className="quiet">{tell(m.pinsHelp)}</p>
      {isDrawn && isOpenForActs && <Alert type="info" showIcon title={tell(m.pinsDrawn)} />}
      {isOpenForActs && !isDrawn && (
        <div>
          <Button type="primary" icon={<PushpinOutlined aria-hidden />} onClick={() => setOpen(true)}>
            {tell(m.pin)}
          </Button>
        </div>
      )}
      <Show of={read}>
        {() =>
          rows.length === 0 ? (
            <Empty title={m.noPins} help={m.noPinsHelp} />
          ) : (
            <DataTable<Row>
              name="pins"
              caption={tell(m.tabPins)}
              columns={columns}
              rows={rows}
              rowKey={({ applicationId, reviewerId }) => `${applicationId}/${reviewerId}`}
            />
          )
        }
      </Show>
      <PinDialog cycleId={cycleId} isOpen={isOpen} close={() => setOpen(false)} />
    </div>
  );
}

type PinValues = { readonly applicationId: string; readonly reviewerId: string; readonly reason: string };
type DialogProps = { readonly cycleId: string; readonly isOpen: boolean; readonly close: () => void };

function PinDialog({ cycleId, isOpen, close }: DialogProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const pin = useAct('post', '/cycles/{cycleId}/pins', {
    changes: ['/cycles/{cycleId}/pins'],
    done: () => void message.success(tell(m.pinned)),
  });
  return (
    <EntryDialog<PinValues>
      isOpen={isOpen}
      close={close}
      title={tell(m.pinTitle)}
      verb={tell(m.pin)}
      act={(values) => pin.mutateAsync({ cycleId, ...values })}
    >
      {(form) => (
        <>
          <Form.Item name="applicationId" label={tell(m.application)} rules={[{ required: true }]}>
            <CasePicker
              cycleId={cycleId}
              onChange={(applicationId) => form.setFieldValue('applicationId', applicationId)}
            />
          </Form.Item>
          <Form.Item name="reviewerId" label={tell(m.expert)} rules={[{ required: true }]}>
            <ExpertPicker onChange={(reviewerId) => form.setFieldValue('reviewerId', reviewerId)} />
          </Form.Item>
          <Form.Item name="reason" label={tell(m.pinReason)} rules={[{ required: true }]}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </EntryDialog>
  );
}

function useColumns(cycleId: string, mayRelease: boolean): readonly Column<Row>[] {
  const tell = useTell();
  return useMemo(
    () => [
      {
        id: 'unit',
        head: tell(m.application),
        width: 240,
        cell: ({ applicationId, unit }) => (
          <Link to="/cases/$applicationId/review" params={{ applicationId }}>
            {unit}
          </Link>
        ),
        value: ({ unit }) => unit,
      },
      {
        id: 'expert',
        head: tell(m.expert),
        width: 120,
        cell: ({ reviewerId, expert }) => (
          <Link to="/experts/$reviewerId" params={{ reviewerId }}>
            {expert}
          </Link>
        ),
        value: ({ expert }) => expert,
      },
      { id: 'reason', head: tell(m.reason), width: 260, cell: ({ reason }) => reason, value: ({ reason }) => reason },
      { id: 'at', head: tell(m.at), width: 150, cell: ({ at }) => <When at={at} />, value: ({ at }) => at },
      {
        id: 'state',
        head: tell(m.state),
        width: 240,
        cell: ({ released }) =>
          released ? (
            <span className="quiet">
              {tell(m.released)} · {released.reason}
            </span>
          ) : (
            tell(m.standing)
          ),
        value: ({ released }) => tell(released ? m.released : m.standing),
      },
      ...(mayRelease
        ? [
            {
              id: 'act',
              head: tell(m.release),
              width: 120,
              cell: (row: Row) => !row.released && <ReleaseButton cycleId={cycleId} row={row} />,
            },
          ]
        : []),
    ],
    [tell, cycleId, mayRelease],
  );
}

function ReleaseButton({ cycleId, row }: { readonly cycleId: string; readonly row: Row }) {
  const { applicationId, reviewerId, expert, unit } = row;
  const tell = useTell();
  const consequence = useConsequence();
  const release = useAct('post', '/cycles/{cycleId}/pins/release', { changes: ['/cycles/{cycleId}/pins'] });
  return (
    <Button
      size="small"
      aria-label={tell(m.releaseTitle(expert, unit))}
      onClick={() =>
        consequence({
          title: tell(m.releaseTitle(expert, unit)),
          consequence: tell(m.releaseConsequence),
          verb: tell(m.release),
          reason: tell(m.releaseReason),
          act: (reason) => release.mutateAsync({ cycleId, applicationId, reviewerId, reason }),
        })
      }
    >
      {tell(m.release)}
    </Button>
  );
}
