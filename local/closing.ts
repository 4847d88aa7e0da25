export type OnClose = (closing: () => unknown) => void;

/** What was opened is closed in the opposite order, once. */
export function closings(): { onClose: OnClose; close(): Promise<void> } {
  const pending: (() => unknown)[] = [];
  return {
    onClose: (closing) => {
      pending.push(closing);
    },
    async close() {
      for (const closing of pending.splice(0).reverse()) await closing();
    },
  };
}
