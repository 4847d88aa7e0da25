import { Select } from 'antd';
import { useWhole } from '#web/api/whole.ts';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';

type UnitSelectProps = {
  readonly cycleId: string;
  readonly value: string;
  readonly onChange: (organizationId: string) => void;
};

/** A unit that applied in the cycle, found by its name: all of them are read. */
export function UnitSelect({ cycleId, value, onChange }: UnitSelectProps) {
  const tell = useTell();
  const cases = useWhole('/cycles/{cycleId}/applications', { cycleId, limit: 200 }, { key: 'applicationId' });
  const units = new Map(cases.data?.map(({ organizationId, organizationName }) => [organizationId, organizationName]));
  return (
    <Select
      id="extend-unit"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={tell(words.organizationHint)}
      loading={cases.loading !== undefined}
      {...(value !== '' && { value })}
      onChange={onChange}
      options={[...units].map(([organizationId, name]) => ({ value: organizationId, label: name }))}
    />
  );
}
