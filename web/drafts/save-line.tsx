import { CheckCircleOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { serverNow } from '#web/api/clock.ts';
import { signIn } from '#web/api/session.ts';
import { shanghaiTime } from '#web/kit/time.tsx';
import { drafts } from '#web/messages/applicant-drafts.ts';
import { type Tell, useTell } from '#web/messages/language.tsx';
import type { DraftDesk } from './desk.ts';
import { type Draft, heldNames, isOnServer } from './draft.ts';
import { useDraftState } from './use-draft.ts';
import './drafts.css';

type Line = { readonly tone: 'good' | 'quiet' | 'warn'; readonly words: string; readonly act?: 'again' | 'sign-in' };

const icons: Readonly<Record<Line['tone'], ReactNode>> = {
  good: <CheckCircleOutlined />,
  quiet: <SyncOutlined />,
  warn: <WarningOutlined />,
};

/** `14:32:07`, by the server's clock. */
const clockTime = (at: number): string => shanghaiTime(at + serverNow() - Date.now()).slice(11);

function troubleLine({ trouble, onDisk, sequence, diskFailed }: Draft, tell: Tell): Line | undefined {
  switch (trouble?.kind) {
    case 'signed-out':
      return { tone: 'warn', words: tell(drafts.signedOut), act: 'sign-in' };
    case 'refused':
      return { tone: 'warn', words: tell(drafts.refused(tell(trouble.words))), act: 'again' };
    case 'unreachable': {
      const kept = onDisk < sequence ? drafts.offlineKeeping : drafts.offline;
      return { tone: 'warn', words: tell(diskFailed ? drafts.offlineUnkept : kept), act: 'again' };
    }
    default:
      return undefined;
  }
}

function localLine({ onDisk, sequence, typedAt, diskFailed }: Draft, tell: Tell): Line {
  if (diskFailed) return { tone: 'warn', words: tell(drafts.offlineUnkept) };
  if (onDisk < sequence) return { tone: 'quiet', words: tell(drafts.keepingHere) };
  return { tone: 'good', words: tell(drafts.savedHere(clockTime(typedAt))) };
}

/** What is to be said of a draft, the gravest first. */
function lineOf(draft: Draft, isLocal: boolean, tell: Tell): Line {
  const { contested, savedAt } = draft;
  const trouble = troubleLine(draft, tell);
  if (trouble) return trouble;
  if (contested.length > 0) return { tone: 'warn', words: tell(drafts.contested(contested.length)) };
  if (isOnServer(draft)) {
    if (savedAt === undefined) return { tone: 'quiet', words: tell(drafts.automatic) };
    return { tone: 'good', words: tell(drafts.saved(clockTime(savedAt))) };
  }
  if (isLocal) return localLine(draft, tell);
  const held = heldNames(draft).length;
  return held > 0 ? { tone: 'warn', words: tell(drafts.held(held)) } : { tone: 'quiet', words: tell(drafts.saving) };
}

type SaveLineProps = {
  readonly desk: DraftDesk;
  /** What a field is called, for telling what was changed elsewhere. */
  readonly label: (field: string) => string;
};

/** Says in words, with the time, where what was written is by now. */
export function SaveLine({ desk, label }: SaveLineProps) {
  const tell = useTell();
  const draft = useDraftState(desk);
  const { tone, words, act } = lineOf(draft, desk.isLocal, tell);
  return (
    <div className="draft-line no-print">
      <span className={tone} role="status" aria-live={tone === 'warn' ? 'polite' : 'off'}>
        <span aria-hidden style={{ marginInlineEnd: 6 }}>
          {icons[tone]}
        </span>
        <span className="figures">{words}</span>
      </span>
      {act === 'again' && (
        <Button size="small" onClick={desk.again}>
          {tell(drafts.tryNow)}
        </Button>
      )}
      {act === 'sign-in' && (
        <Button
          size="small"
          onClick={() => signIn({ back: location.pathname.replace(/^\/console/, '') + location.search })}
        >
          {tell(drafts.signIn)}
        </Button>
      )}
      {draft.news && (
        <span className="quiet" role="status">
          {tell(drafts.news(draft.news.fields.map(label).join(tell(drafts.comma))))}
        </span>
      )}
    </div>
  );
}
