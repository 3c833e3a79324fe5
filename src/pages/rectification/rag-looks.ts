/** A tone and a shape for each colour, so that the colour never says it alone. */
export const ragLooks = {
  red: { tone: 'bad', icon: 'error' },
  amber: { tone: 'concern', icon: 'warning' },
  green: { tone: 'good', icon: 'good' },
  blue: { tone: 'accent', icon: 'clock' },
  grey: { tone: 'neutral', icon: 'pause' },
} as const;
