import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Category, checkCategories } from '#domain/categories';
import { AwardError, type FieldProblem } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';

type CategoryFormProps = {
  readonly category: Category;
  readonly others: readonly Category[];
  readonly isNew: boolean;
  readonly put: (category: Category) => void;
  readonly close: () => void;
};

/** What is wrong with a category by itself and beside the others, at its own fields. */
function problemsOf(category: Category, others: readonly Category[]): readonly FieldProblem[] {
  try {
    parseFields(Category, category);
  } catch (error) {
    if (error instanceof AwardError) return error.fields;
    throw error;
  }
  const own = `categories.${others.length}.`;
  return checkCategories([...others, category])
    .filter(({ path }) => path.startsWith(own))
    .map((problem) => ({ ...problem, path: problem.path.slice(own.length) }));
}

const groups = ['organization', 'unit', 'territory', 'person'] as const;
const identities = ['credit-code', 'recommender', 'community'] as const;

/** One category; it is taken over into the table, and saved with it. */
export function CategoryForm({ category, others, isNew, put, close }: CategoryFormProps) {
  const tell = useTell();
  const [isOpen, setOpen] = useState(true);
  const [given, setGiven] = useState(category);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (change: Partial<Category>): void => setGiven({ ...given, ...change });
  const at = (path: string) => {
    const problem = problems.find((each) => each.path.startsWith(path));
    return problem ? { validateStatus: 'error' as const, help: tell(problem) } : {};
  };
  const run = (): void => {
    const found = problemsOf(given, others);
    setProblems(found);
    if (found.length > 0) return;
    put(given);
    setOpen(false);
  };
  return (
    <Modal
      open={isOpen}
      title={isNew ? tell(reference.addCategory) : tell(reference.editCategory(category.name))}
      okText={tell(kit.confirm)}
      cancelText={tell(kit.cancel)}
      mask={{ closable: false }}
      onOk={run}
      onCancel={() => setOpen(false)}
      afterClose={close}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={tell(reference.category)} htmlFor="category-name" required {...at('name')}>
          <Input id="category-name" value={given.name} onChange={({ target }) => set({ name: target.value })} />
        </Form.Item>
        {isNew && (
          <Form.Item
            label={tell(reference.categoryId)}
            htmlFor="category-id"
            required
            extra={tell(reference.categoryIdHelp)}
            {...at('categoryId')}
          >
            <Input
              id="category-id"
              value={given.categoryId}
              onChange={({ target }) => set({ categoryId: target.value })}
            />
          </Form.Item>
        )}
        <Form.Item
          label={tell(reference.code)}
          htmlFor="category-code"
          required
          extra={tell(reference.codeHelp)}
          {...at('code')}
        >
          <Input
            id="category-code"
            value={given.code}
            maxLength={4}
            onChange={({ target }) => set({ code: target.value.toUpperCase() })}
          />
        </Form.Item>
        <Form.Item label={tell(reference.group)} htmlFor="category-group">
          <Select
            id="category-group"
            value={given.group}
            onChange={(group) => set({ group })}
            options={groups.map((value) => ({ value, label: tell(reference.groups[value]) }))}
          />
        </Form.Item>
        <Form.Item
          label={tell(reference.leads)}
          htmlFor="category-leads"
          required
          extra={tell(reference.leadsHelp)}
          {...at('leadDepartments')}
        >
          <Select
            id="category-leads"
            mode="tags"
            open={false}
            value={given.leadDepartments}
            onChange={(leadDepartments) => set({ leadDepartments })}
          />
        </Form.Item>
        <Form.Item label={tell(reference.identifiedBy)} htmlFor="category-identity">
          <Select
            id="category-identity"
            value={given.identifiedBy}
            onChange={(identifiedBy) => set({ identifiedBy })}
            options={identities.map((value) => ({ value, label: tell(reference.identities[value]) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
