import type { Kept } from './fields.ts';
import type { DraftTabs } from './ports.ts';
import type { Place } from './record.ts';

/** The other windows of this browser in which the same person has the same document open. */
export function draftTabs({ personId, document }: Place): DraftTabs {
  const channel = new BroadcastChannel(`xuechuang.draft/${personId}/${document}`);
  let isClosed = false;
  return {
    tell(kept) {
      if (!isClosed) channel.postMessage(kept);
    },
    hear(listener) {
      // Safe: only `tell` writes to a channel of this name.
      channel.onmessage = ({ data }: MessageEvent<Kept>) => listener(data);
    },
    close() {
      isClosed = true;
      channel.close();
    },
  };
}
