import type { ReactNode } from 'react';
import './document.css';

type PaperProps = {
  readonly title: string;
  readonly number?: ReactNode;
  readonly children: ReactNode;
  readonly issuer?: string;
  readonly date?: string;
  readonly label: string;
};

/** A document of the office as it is printed and read: the text in Chinese, as it was written. */
export function Paper({ title, number, children, issuer, date, label }: PaperProps) {
  return (
    <article className="official" aria-label={label}>
      <h2 lang="zh-CN">{title}</h2>
      {number && <div className="number figures">{number}</div>}
      {children}
      {issuer && (
        <p className="sign first" lang="zh-CN">
          {issuer}
        </p>
      )}
      {date && <p className="sign figures">{date}</p>}
    </article>
  );
}

/** A paragraph as the office wrote it. */
export const Written = ({ children }: { readonly children: string }) => <p lang="zh-CN">{children}</p>;
