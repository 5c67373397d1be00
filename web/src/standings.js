// How each standing is drawn. Those listed last lie on top.

/** Width in pixels, and dashes in widths: every standing has its own dash, so that its color never carries it alone. */
export const STANDINGS = {
  none: { width: 1, dash: [1, 3] },
  unknown: { width: 1.6, dash: [0.1, 2] },
  superseded: { width: 1, dash: [1, 0] },
  expired: { width: 1.4, dash: [6, 2] },
  ended: { width: 1.4, dash: [2, 2] },
  contact: { width: 1.4, dash: [0.1, 4] },
  intent: { width: 1.4, dash: [0.1, 3] },
  'in-approval': { width: 1.6, dash: [3, 1.5, 0.1, 1.5] },
  contested: { width: 1.8, dash: [5, 1.5, 0.1, 1.5] },
  suspended: { width: 1.8, dash: [4, 2] },
  'in-force': { width: 1.8, dash: [1, 0] },
};
