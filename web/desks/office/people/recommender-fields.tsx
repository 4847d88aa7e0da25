import { AutoComplete, Button, Form, Select } from 'antd';
import { useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { people } from '#web/messages/people.ts';
import type { Recommends } from './grants.ts';

type FieldsProps = {
  readonly at: number;
  readonly right: Recommends;
  readonly isTried: boolean;
  readonly set: (change: Partial<Recommends>) => void;
  readonly remove: () => void;
};

/** For which department somebody recommends, in which categories and areas. */
export function RecommenderFields({ at, right, isTried, set, remove }: FieldsProps) {
  const tell = useTell();
  const { data } = useRead('/categories', {});
  const areas = useRead('/areas', {});
  const categories = data?.categories ?? [];
  const departments = [...new Set(categories.flatMap(({ leadDepartments }) => leadDepartments))];
  const wanted = (isMissing: boolean, help: string) =>
    isTried && isMissing ? { validateStatus: 'error' as const, help } : {};
  /** A department leads certain categories: these are offered at once. */
  const choose = (department: string): void => {
    const led = categories.filter(({ leadDepartments }) => leadDepartments.includes(department));
    set({ department, ...(led.length > 0 && { categoryIds: led.map(({ categoryId }) => categoryId) }) });
  };
  return (
    <fieldset className="card" style={{ marginBottom: 12 }}>
      <legend>{tell(people.recommenderNumber(at + 1))}</legend>
      <Form.Item
        label={tell(people.department)}
        htmlFor={`grant-${at}-department`}
        required
        {...wanted(right.department === '', tell(people.departmentWanted))}
      >
        <AutoComplete
          id={`grant-${at}-department`}
          value={right.department}
          onChange={choose}
          options={departments.map((value) => ({ value }))}
        />
      </Form.Item>
      <Form.Item
        label={tell(people.categories)}
        htmlFor={`grant-${at}-categories`}
        required
        {...wanted(right.categoryIds.length === 0, tell(people.categoriesWanted))}
      >
        <Select
          id={`grant-${at}-categories`}
          mode="multiple"
          value={right.categoryIds}
          onChange={(categoryIds) => set({ categoryIds })}
          options={categories.map(({ categoryId, name }) => ({ value: categoryId, label: name }))}
        />
      </Form.Item>
      <Form.Item label={tell(people.areas)} htmlFor={`grant-${at}-areas`}>
        <Select
          id={`grant-${at}-areas`}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={right.areaIds}
          onChange={(areaIds) => set({ areaIds })}
          options={(areas.data?.areas ?? []).map(({ areaId, name }) => ({ value: areaId, label: name }))}
        />
      </Form.Item>
      <Button type="text" onClick={remove}>
        {tell(people.removeRecommender)}
      </Button>
    </fieldset>
  );
}
