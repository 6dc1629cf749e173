/** The size of the wide lifeline, in pixels. */
export const width = 1120;
export const [left, right] = [1, 1119];
/** Of the whole life. */
export const bandHeight = 22;
