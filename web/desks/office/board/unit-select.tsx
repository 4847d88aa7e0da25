import { Select } from 'antd';
import { useEffect } from 'react';
import { usePages } from '#web/api/queries.ts';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';

type UnitSelectProps = {
  readonly cycleId: string;
  readonly value: string;
  readonly onChange: (organizationId: string) => void;
};

/** A unit that applied in the cycle, found by its name: all of them are read, page by page. */
export function UnitSelect({ cycleId, value, onChange }: UnitSelectProps) {
  const tell = useTell();
  const cases = usePages('/cycles/{cycleId}/applications', { cycleId, limit: 200 });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = cases;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const units = new Map(
    (cases.data?.pages ?? []).flatMap(({ items }) =>
      items.map(({ organizationId, organizationName }) => [organizationId, organizationName] as const),
    ),
  );
  return (
    <Select
      id="extend-unit"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={tell(words.organizationHint)}
      loading={cases.isFetching}
      {...(value !== '' && { value })}
      onChange={onChange}
      options={[...units].map(([organizationId, name]) => ({ value: organizationId, label: name }))}
    />
  );
}
