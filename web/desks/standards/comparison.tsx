import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import type { ObservationPoint } from '#domain/standards';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show, Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import { shownValue } from './shown-value.ts';

type Differences = AnswerOf<'get', '/standards/{standardId}/{standardVersion}/compare'>;

/** Two versions side by side: what was added, removed, changed and moved. */
export function ComparisonPage() {
  const tell = useTell();
  const navigate = useNavigate();
  const { standardId, standardVersion } = useParams({ from: '/desk/standards/$standardId/$standardVersion/compare' });
  const { with: other } = useSearch({ from: '/desk/standards/$standardId/$standardVersion/compare' });
  const version = Number(standardVersion);
  const standard = useRead('/standards/{standardId}/{standardVersion}', { standardId, standardVersion: version });
  const list = useRead('/standards', {});
  const [withStandardId = '', withVersion] = other?.split('/') ?? [];
  const differences = useRead(
    '/standards/{standardId}/{standardVersion}/compare',
    { standardId, standardVersion: version, withStandardId, withVersion: Number(withVersion) },
    { when: other !== undefined },
  );
  const others = (list.data?.items ?? []).filter(
    (each) => each.standardId !== standardId || each.standardVersion !== version,
  );
  // Versions of the same standard first: that is what is compared most.
  const sorted = [...others].sort((a, b) => Number(b.standardId === standardId) - Number(a.standardId === standardId));
  if (standard.error && !standard.data) return <Trouble error={standard.error} retry={() => standard.refetch()} />;
  return (
    <Page
      title={tell(m.compareTitle)}
      crumbs={[
        { label: tell(m.title), to: '/standards' },
        { label: standard.data?.name ?? '', to: `/standards/${standardId}/${standardVersion}` },
      ]}
    >
      <Form layout="vertical" component="div" className="reading">
        <Form.Item label={tell(m.compareWith)} htmlFor="compare-with">
          <Select
            id="compare-with"
            showSearch={{ optionFilterProp: 'label' }}
            value={other ?? null}
            placeholder={tell(m.chooseOther)}
            options={sorted.map((each) => ({
              value: `${each.standardId}/${each.standardVersion}`,
              label: `${each.name} · ${tell(m.version(each.standardVersion))}`,
            }))}
            onChange={(chosen) =>
              navigate({
                to: '/standards/$standardId/$standardVersion/compare',
                params: { standardId, standardVersion },
                search: { with: chosen },
              })
            }
          />
        </Form.Item>
      </Form>
      {other === undefined ? (
        <Empty title={m.chooseOther} />
      ) : (
        <Show of={differences}>{(of) => <Lines of={of} />}</Show>
      )}
    </Page>
  );
}

type Line = {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

type Tell = ReturnType<typeof useTell>;

const fieldName = (tell: Tell, field: string): string =>
  Object.hasOwn(m.fields, field) ? tell(m.fields[field as keyof typeof m.fields]) : field;

type Item = { readonly name: string } & Partial<Pick<ObservationPoint, 'pointId'>> & { readonly indicatorId?: string };

/** Every difference as a line with both sides in words. */
function linesOf(tell: Tell, { head, indicators, points }: Differences): Line[] {
  const side = (field: string, value: unknown): string[] =>
    value === undefined ? [] : [`${fieldName(tell, field)}: ${shownValue(tell, field, value)}`];
  const ofTree = [...indicators, ...points].map((line, at): Line => {
    const item = (line.after?.item ?? line.before?.item) as Item;
    return {
      key: `${at}`,
      kind: line.kind,
      name: `${item.pointId ?? item.indicatorId ?? ''} ${item.name}`,
      before: line.changes.flatMap(({ field, before }) => side(field, before)),
      after: line.changes.flatMap(({ field, after }) => side(field, after)),
    };
  });
  const ofHead = head.map(
    ({ field, before, after }): Line => ({
      key: `head-${field}`,
      kind: 'changed',
      name: tell(m.whole),
      before: side(field, before),
      after: side(field, after),
    }),
  );
  return [...ofHead, ...ofTree];
}

function Lines({ of }: { readonly of: Differences }) {
  const tell = useTell();
  const lines = linesOf(tell, of);
  if (lines.length === 0) return <Empty title={m.same} help={m.unchanged(of.unchanged)} />;
  return (
    <div className="card" style={{ overflowX: 'auto' }}>
      <table className="standard-lines">
        <thead>
          <tr>
            {[m.what, m.item, m.before, m.after].map((head) => (
              <th key={tell(head)} scope="col">
                {tell(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, kind, name, before, after }) => (
            <tr key={key}>
              <td className={`standard-${kind}`}>{tell(m.kinds[kind])}</td>
              <th scope="row">{name}</th>
              <td>
                {before.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </td>
              <td>
                {after.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{tell(m.unchanged(of.unchanged))}</p>
    </div>
  );
}
