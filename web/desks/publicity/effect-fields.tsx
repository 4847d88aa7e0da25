import { Form, Select } from 'antd';
import { useMemo } from 'react';
import { mayBeListed } from '#domain/selections';
import { useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { objections } from '#web/messages/objections.ts';
import { useResultRows } from './result-rows.ts';

type SubstituteProps = { readonly cycleId: string; readonly vacantId: string };

/** Who is next in line if the entry falls; nothing where the cycle has no substitution. */
export function SubstituteField({ cycleId, vacantId }: SubstituteProps) {
  const tell = useTell();
  const { data } = useRead('/cycles/{cycleId}/vacancies', { cycleId, ifVacant: vacantId });
  const vacancy = data?.items.find(({ applicationId }) => applicationId === vacantId);
  if (!vacancy) return null;
  return (
    <Form.Item
      name="substituteId"
      label={tell(objections.substitute)}
      initialValue=""
      {...(vacancy.tied.length > 0 && { extra: tell(objections.substituteTied) })}
    >
      <Select
        options={[
          { value: '', label: tell(objections.substituteNone) },
          ...vacancy.next.map(({ applicationId, organizationName }) => ({
            value: applicationId,
            label: organizationName,
          })),
        ]}
      />
    </Form.Item>
  );
}

/** Who passed, is not vetoed and was not selected: one of them was left out. */
export function AddField({ cycleId }: { readonly cycleId: string }) {
  const tell = useTell();
  const { rows } = useResultRows(cycleId);
  const options = useMemo(
    () =>
      rows
        .filter((row) => !row.selected && mayBeListed(row))
        .map(({ applicationId, organizationName }) => ({ value: applicationId, label: organizationName })),
    [rows],
  );
  return (
    <Form.Item
      name="applicationId"
      label={tell(objections.addWhich)}
      extra={tell(objections.addHelp)}
      rules={[{ required: true, message: tell(objections.entryWanted) }]}
    >
      <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  );
}
