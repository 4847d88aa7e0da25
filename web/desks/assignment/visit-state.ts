type Sheet = {
  readonly status: 'asked' | 'submitted' | 'withdrawn';
  readonly transcribed?: { readonly confirmedAt?: string | undefined } | undefined;
};

/** How far a visitor's sheet is; what was transcribed waits for the visitor. */
export const visitStateOf = ({ status, transcribed }: Sheet): Sheet['status'] | 'transcribed' =>
  status === 'asked' && transcribed ? 'transcribed' : status;
