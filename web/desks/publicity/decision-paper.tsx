import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useCategoryName } from '#web/api/names.ts';
import { shanghaiDay } from '#web/kit/time.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import type { AnnexRow, Decision } from './decision-case.tsx';
import { Paper, Written } from './paper.tsx';
import { useDay } from './use-day.ts';

type PaperProps = {
  readonly decision: Decision;
  readonly annex: readonly AnnexRow[];
  readonly issuer: string;
  readonly counts: Readonly<Record<string, number>>;
};

/** How many rows the paper shows of one category; the whole of a long annex is printed from the list of titles. */
const MOST = 500;

/** The decision as it is signed: number, title, body, signature, and the annex by category. */
export function DecisionPaper({ decision, annex, issuer, counts }: PaperProps) {
  const tell = useTell();
  const day = useDay();
  const { title, body, documentNumber, signedAt, total } = decision;
  const paragraphs = useMemo(() => paragraphsOf(body, issuer), [body, issuer]);
  return (
    <>
      <div className="row spread no-print">
        <span className="figures">{tell(decisions.total(total))}</span>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          {tell(notices.print)}
        </Button>
      </div>
      <Paper
        label={tell(decisions.document)}
        title={title}
        number={documentNumber ?? <span className="quiet">{tell(decisions.numberLater)}</span>}
        issuer={issuer}
        {...(signedAt && { date: day(shanghaiDay(signedAt)) })}
      >
        {paragraphs.map((text) => (
          <Written key={text}>{text}</Written>
        ))}
      </Paper>
      <Annex annex={annex} counts={counts} />
    </>
  );
}

/** The body without its last line, which is the signature. */
export function paragraphsOf(body: string, issuer: string): string[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return lines.at(-1) === issuer ? lines.slice(0, -1) : lines;
}

function Annex({ annex, counts }: Pick<PaperProps, 'annex' | 'counts'>) {
  const tell = useTell();
  const nameOf = useCategoryName();
  const groups = useMemo(() => {
    const found = new Map<string, AnnexRow[]>();
    for (const row of annex) found.set(row.categoryId, [...(found.get(row.categoryId) ?? []), row]);
    return [...found];
  }, [annex]);
  return (
    <article className="official" aria-label={tell(decisions.annex)}>
      <h2>{tell(decisions.annex)}</h2>
      {groups.map(([categoryId, rows]) => (
        <table key={categoryId}>
          <caption>{tell(decisions.annexOf(nameOf(categoryId), counts[categoryId] ?? rows.length))}</caption>
          <thead>
            <tr>
              <th scope="col" style={{ width: 64 }}>
                {tell(decisions.place)}
              </th>
              <th scope="col">{tell(decisions.name)}</th>
              <th scope="col" style={{ width: '40%' }}>
                {tell(decisions.certificate)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST).map(({ position, organizationName, certificateNumber }) => (
              <tr key={certificateNumber}>
                <td className="figures">{position}</td>
                <td lang="zh-CN">{organizationName}</td>
                <td className="figures">{certificateNumber}</td>
              </tr>
            ))}
            {rows.length > MOST && (
              <tr>
                <td colSpan={3}>{tell(decisions.annexLong(rows.length))}</td>
              </tr>
            )}
          </tbody>
        </table>
      ))}
    </article>
  );
}
