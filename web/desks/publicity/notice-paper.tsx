import type { NoticeText } from '#domain/publicity';
import { shanghaiDay } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { Paper, Written } from './paper.tsx';
import { useDay } from './use-day.ts';

type Window = { readonly firstDay: string; readonly lastDay: string };

/** The text as far as it is written. */
export type NoticeWords = { readonly [Name in keyof NoticeText]?: string | undefined };

type NoticePaperProps = {
  readonly notice: NoticeWords;
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  readonly total: number;
  readonly basis?: { readonly title: string; readonly documentNumber: string } | undefined;
  readonly issuer?: string | undefined;
  /** The window once it is fixed, or as it would be. */
  readonly window?: Window | undefined;
  readonly publishedAt?: string | undefined;
};

/** The notice (公示通知) as it is published; before that with the window as planned. */
export function NoticePaper({ notice, counts, total, basis, issuer, window, publishedAt }: NoticePaperProps) {
  const tell = useTell();
  const day = useDay();
  const listed = counts.map(({ name, count }) => tell(notices.count(name, count))).join(tell(notices.comma));
  const { address = '', postcode = '', phone = '', supervisorPhone = '' } = notice;
  return (
    <Paper
      label={tell(notices.document)}
      title={notice.title ?? ''}
      {...(issuer && { issuer })}
      {...(publishedAt && { date: day(shanghaiDay(publishedAt)) })}
    >
      <Written>{notice.process ?? ''}</Written>
      {basis && !notice.process?.includes(basis.documentNumber) && (
        <p>{tell(notices.basis(basis.title, basis.documentNumber))}</p>
      )}
      <h3>{tell(notices.period)}</h3>
      <p className="figures">{tell(periodOf(window, publishedAt, day))}</p>
      <h3>{tell(notices.list)}</h3>
      <p className="figures">{tell(notices.listText(total, listed))}</p>
      <h3>{tell(notices.channels)}</h3>
      <Written>{notice.channels ?? ''}</Written>
      <h3>{tell(notices.requirements)}</h3>
      <Written>{notice.requirements ?? ''}</Written>
      <h3>{tell(notices.notAdmitted)}</h3>
      <Written>{notice.notAdmitted ?? ''}</Written>
      <h3>{tell(notices.confidentiality)}</h3>
      <Written>{notice.confidentiality ?? ''}</Written>
      <h3>{tell(notices.where)}</h3>
      <p>{tell(notices.whereText(address, postcode))}</p>
      <p className="figures">{tell(notices.phones(phone, supervisorPhone))}</p>
    </Paper>
  );
}

function periodOf(window: Window | undefined, publishedAt: string | undefined, day: (date: string) => string) {
  if (!window) return notices.periodUnknown;
  const [first, last] = [day(window.firstDay), day(window.lastDay)];
  return publishedAt ? notices.periodText(first, last) : notices.periodPlanned(first, last);
}
