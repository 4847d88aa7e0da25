import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { type StateNoun, wordOf } from '#domain/state-words';
import { useLanguage } from '#web/messages/language.tsx';

type Tone = 'good' | 'warn' | 'seal' | 'action' | 'quiet';

const tones: Readonly<Record<Tone, readonly string[]>> = {
  good: [
    'named',
    'cleared',
    'accepted',
    'recommended',
    'confirmed',
    'published',
    'signed',
    'valid',
    'checked',
    'scored',
    'shortlisted',
    'complete',
    'concluded',
    'upheld',
    'answered',
    'done',
  ],
  warn: [
    'returned',
    'supplementing',
    'unlocked',
    'sent-back',
    'rectifying',
    'vacant',
    'overdue',
    'asked',
    'invited',
    'pending',
    'received',
    'under-re-review',
  ],
  seal: ['rejected', 'removed', 'revoked', 'abandoned', 'refused', 'declined', 'expired', 'inadmissible', 'failed'],
  action: [
    'submitted',
    'self-assessing',
    'self-assessed',
    'under-review',
    'scoring',
    'in-publicity',
    'accepting',
    'assessing',
    'reviewing',
    'ranking',
    'listing',
    'publicizing',
    'deciding',
    'naming',
    'open',
    'admitted',
    'investigating',
    'in-approval',
    'running',
  ],
  quiet: [],
};

const icons: Readonly<Record<Tone, ReactNode>> = {
  good: <CheckCircleOutlined />,
  warn: <ExclamationCircleOutlined />,
  seal: <CloseCircleOutlined />,
  action: <ClockCircleOutlined />,
  quiet: <MinusCircleOutlined />,
};

const toneOf = (state: string): Tone =>
  (Object.keys(tones) as Tone[]).find((tone) => tones[tone].includes(state)) ?? 'quiet';

/** A state as icon and word, never by colour alone. The words are the domain's (`state-words`). */
export function Status({ state, of = 'state' }: { readonly state: string; readonly of?: StateNoun }) {
  const { language } = useLanguage();
  const tone = toneOf(state);
  return (
    <span style={{ color: `var(--${tone})`, whiteSpace: 'nowrap' }}>
      <span aria-hidden style={{ marginInlineEnd: 4 }}>
        {state === 'draft' ? <EditOutlined /> : icons[tone]}
      </span>
      {wordOf(of, state, language)}
    </span>
  );
}
